namespace OpenPayments.Flow.Tests.World;

/// <summary>The world's time: it passes when it is told to, and what was under way arrives when it is due.</summary>
public sealed class Clock
{
    private readonly List<(DateTimeOffset Due, Action Arrive)> _underWay = [];

    public static DateTimeOffset Start { get; } = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; private set; } = Start;

    public void Later(int seconds, Action arrive) => _underWay.Add((Now.AddSeconds(seconds), arrive));

    public void Pass(int seconds) => PassTo(Now.AddSeconds(seconds));

    public void PassTo(DateTimeOffset then)
    {
        while (_underWay.Where(a => a.Due <= then).OrderBy(a => a.Due).FirstOrDefault() is { Arrive: { } arrive } next)
        {
            _underWay.Remove(next);
            Now = next.Due > Now ? next.Due : Now;
            arrive();
        }
        Now = then > Now ? then : Now;
    }

    /// <summary>Everything that is still under way arrives.</summary>
    public void Settle()
    {
        if (_underWay.Count > 0) PassTo(_underWay.Max(a => a.Due));
    }
}

namespace OpenPayments.Flow.Testing.Model;

/// <summary>The time of a model: it passes only when it is told to.</summary>
internal sealed class Clock
{
    public DateTimeOffset Now { get; private set; } = ModelServers.Start;

    /// <summary>It never goes back.</summary>
    public void PassTo(DateTimeOffset then) => Now = then > Now ? then : Now;
}

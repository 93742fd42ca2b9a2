namespace OpenPayments.Host.Tests.Support;

/// <summary>The system's clock, ten times as fast: the waits that servers ask for stay in the test and do not stay in the way.</summary>
internal sealed class FastTime : TimeProvider
{
    public const int Speed = 10;

    private readonly long _start = System.GetTimestamp();
    private readonly DateTimeOffset _epoch = System.GetUtcNow();
    private long _jumped;

    public override DateTimeOffset GetUtcNow() => _epoch + (System.GetElapsedTime(_start) * Speed) + TimeSpan.FromTicks(Interlocked.Read(ref _jumped));

    /// <summary>Moves the clock ahead; timers that run keep the time they were given.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Faster(dueTime), Faster(period));

    private static TimeSpan Faster(TimeSpan span) => span <= TimeSpan.Zero ? span : span / Speed;
}

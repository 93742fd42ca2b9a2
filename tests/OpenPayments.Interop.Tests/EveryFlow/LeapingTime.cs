using OpenPayments.Sandbox.Control;

namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>The sandbox's clock as the runner's. Whoever waits on it moves it ahead: a month goes by at once, at both.</summary>
internal sealed class LeapingTime(SandboxClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) clock.Advance(dueTime);
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>Time that stands still until a test moves it.</summary>
internal sealed class FrozenClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}

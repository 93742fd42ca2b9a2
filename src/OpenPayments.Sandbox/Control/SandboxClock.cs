namespace OpenPayments.Sandbox.Control;

/// <summary>The system's clock, which can be moved ahead: what takes minutes or a month in life, a test or a curious developer sees at once.</summary>
public sealed class SandboxClock : TimeProvider
{
    private long _ahead;

    /// <summary>Jumps ahead, for good. Throws <see cref="ArgumentOutOfRangeException"/> for a jump back.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ahead, by.Ticks);
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));
}

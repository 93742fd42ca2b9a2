using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>What a grant allows: what its payer saw and agreed to, where somebody had to.</summary>
public sealed record Permit(int Number, AccessItem Access)
{
    /// <summary>The most that may be paid; null where nothing may.</summary>
    public Limit? Limit { get; } = LimitOf(Access);

    /// <summary>The window of its limit that holds this moment; null where the limit is for all time, or there is no window then.</summary>
    public Window? WindowAt(DateTimeOffset at) => Recurrence?.WindowAt(at);

    public Recurrence? Recurrence { get; } = LimitOf(Access)?.Interval is { } interval ? Recurrence.Parse(interval).Match(Right: r => r, Left: e => throw new InvalidOperationException(e.Why)) : null;

    private static Limit? LimitOf(AccessItem access) => (access as AccessOutgoing)?.Limits switch
    {
        LimitsOutgoing.WithDebitAmount l => Limit.OfDebit(l.DebitAmount, l.Interval),
        LimitsOutgoing.WithReceiveAmount l => Limit.OfReceive(l.ReceiveAmount, l.Interval),
        _ => null,
    };
}

using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>What a grant allows: what its payer saw and agreed to, where somebody had to.</summary>
/// <param name="Number">Of the grant, from 1.</param>
/// <param name="Access">As it was asked for.</param>
public sealed record Permit(int Number, AccessItem Access)
{
    /// <summary>The most that may be paid; null where nothing may.</summary>
    public Limit? Limit { get; } = LimitOf(Access);

    /// <summary>The windows of the limit; null where it is for all time.</summary>
    public Recurrence? Recurrence { get; } = LimitOf(Access)?.Interval is { } interval ? Read(interval) : null;

    /// <summary>The window that holds this moment; null where the limit is for all time, or there is no window then.</summary>
    public Window? WindowAt(DateTimeOffset at) => Recurrence?.WindowAt(at);

    private static Recurrence Read(string interval) =>
        Recurrence.Parse(interval).Match(Right: recurrence => recurrence, Left: error => throw new InvalidOperationException(error.Why));

    private static Limit? LimitOf(AccessItem access) => (access as AccessOutgoing)?.Limits switch
    {
        LimitsOutgoing.WithDebitAmount l => Limit.OfDebit(l.DebitAmount, l.Interval),
        LimitsOutgoing.WithReceiveAmount l => Limit.OfReceive(l.ReceiveAmount, l.Interval),
        _ => null,
    };
}

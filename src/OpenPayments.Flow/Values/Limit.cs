using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The most that a payer lets others pay (<c>limits</c> of an outgoing-payment access): what is debited or what is received, never both.
/// </summary>
/// <param name="DebitAmount">In the sender's asset, fees included; null where the received amount is limited.</param>
/// <param name="ReceiveAmount">In the receiver's asset; null where the debited amount is limited.</param>
/// <param name="Interval">ISO 8601 repeating interval: the amount is for each of its windows; null: for all time.</param>
public sealed record Limit(Amount? DebitAmount, Amount? ReceiveAmount, string? Interval = null)
{
    /// <summary>What is debited, fees included.</summary>
    public static Limit OfDebit(Amount amount, string? interval = null) => new(amount, null, interval);

    /// <summary>What is received.</summary>
    public static Limit OfReceive(Amount amount, string? interval = null) => new(null, amount, interval);

    /// <summary>Whether one payment of these amounts is within it. An amount of another asset never is.</summary>
    public bool Allows(Amount debit, Amount receive) =>
        (DebitAmount is null || IsAtMost(debit, DebitAmount)) && (ReceiveAmount is null || IsAtMost(receive, ReceiveAmount));

    /// <summary>Whether all that <paramref name="other"/> allows is allowed by this, in the same windows.</summary>
    public bool Covers(Limit other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Interval == Interval
            && (DebitAmount is null || (other.DebitAmount is { } debit && IsAtMost(debit, DebitAmount)))
            && (ReceiveAmount is null || (other.ReceiveAmount is { } receive && IsAtMost(receive, ReceiveAmount)));
    }

    /// <summary>
    /// Whether a payment of these amounts is still within it after what was spent. Where nothing is known to be spent, it is for the
    /// server to refuse.
    /// </summary>
    public bool Leaves(Spent spent, Amount debit, Amount receive)
    {
        ArgumentNullException.ThrowIfNull(spent);
        return Leaves(DebitAmount, spent.Debit, debit) && Leaves(ReceiveAmount, spent.Receive, receive);
    }

    private static bool Leaves(Amount? most, Amount? spent, Amount amount) =>
        most is null || (IsAtMost(amount, most) && (spent is null || (IsAtMost(spent, most) && amount.Value <= most.Value - spent.Value)));

    private static bool IsAtMost(Amount amount, Amount most) =>
        amount.AssetCode == most.AssetCode && amount.AssetScale == most.AssetScale && amount.Value <= most.Value;
}

using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What has been paid under a grant in the window that is open.</summary>
/// <param name="Debit">In the sender's asset; null where the server does not say.</param>
/// <param name="Receive">In the receiver's asset; null where the server does not say.</param>
public sealed record Spent(Amount? Debit, Amount? Receive) : Fact
{
    /// <summary>
    /// With what the server cannot know or does not say of payments that were made before under the same limit: those whose fate is
    /// unknown may still reach it, and where it says nothing, all of them count.
    /// </summary>
    internal Spent With(IReadOnlyList<Outcome> earlier, Limit limit) => new(
        Plus(Debit, limit.DebitAmount, Counted(earlier, Debit is null).Select(receipt => receipt.Debit)),
        Plus(Receive, limit.ReceiveAmount, Counted(earlier, Receive is null).Select(receipt => receipt.Receive).OfType<Amount>()));

    private static IEnumerable<Receipt> Counted(IEnumerable<Outcome> earlier, bool all) =>
        earlier.Where(outcome => all || outcome is Outcome.Unknown).Select(outcome => outcome.AnyReceipt).OfType<Receipt>();

    private static Amount? Plus(Amount? told, Amount? limit, IEnumerable<Amount> more)
    {
        if (limit is null) return told;
        var spent = told ?? limit with { Value = 0 };
        return more.Aggregate(spent, (sum, amount) => sum with { Value = amount.Value <= ulong.MaxValue - sum.Value ? sum.Value + amount.Value : ulong.MaxValue });
    }
}

using OpenPayments.Flow.Values;

namespace OpenPayments.Flow;

/// <summary>What a plan came to.</summary>
/// <param name="Payments">How each payment ended, in the order of the plan; empty where there are <paramref name="Totals"/>.</param>
/// <param name="Totals">The payments of a recurring order, or of those ordered under a grant.</param>
/// <param name="Spent">What the sender's server says has been paid under the grant in the window that is open.</param>
/// <param name="Identity">A wallet address whose owner showed that it is theirs.</param>
public sealed record Result(ValueList<Outcome> Payments, Totals? Totals = null, Spent? Spent = null, Uri? Identity = null)
{
    /// <summary>Of one payment.</summary>
    public static Result Of(Outcome payment) => new([payment]);

    /// <summary>Of several.</summary>
    public static Result OfAll(IEnumerable<Outcome> payments) => new(new ValueList<Outcome>(payments));

    /// <summary>Of a recurring order, or of a grant.</summary>
    public static Result OfTotals(Totals totals) => new([], totals);
}

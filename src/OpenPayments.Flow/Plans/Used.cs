using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>What an order itself has used of a limit, in the window that is open.</summary>
/// <param name="All">All that it paid, or may have paid.</param>
/// <param name="InDoubt">Of that, what a server that counts may not have seen yet.</param>
public sealed record Used(Spent All, Spent InDoubt)
{
    /// <summary>Nothing.</summary>
    public static Used None { get; } = new(Spent.Nothing, Spent.Nothing);

    /// <summary>
    /// What counts as spent: what the server says, and what is in doubt on top. Where the server does not say, all that this order used.
    /// </summary>
    public Spent With(Spent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new Spent(
            told.Debit is null ? All.Debit : Spent.Sum(told.Debit, InDoubt.Debit),
            told.Receive is null ? All.Receive : Spent.Sum(told.Receive, InDoubt.Receive));
    }

    internal Used Plus(Outcome outcome) => outcome.AnyReceipt is not { } receipt ? this
        : new Used(All.Plus(receipt.Debit, receipt.Receive), outcome is Outcome.Unknown ? InDoubt.Plus(receipt.Debit, receipt.Receive) : InDoubt);
}

/// <summary>What became of the payments under a grant that are over.</summary>
/// <param name="Totals">How many, and the latest.</param>
/// <param name="Used">What they used of the limit in the window that is open.</param>
/// <param name="Window">The number of that window; null where the limit is for all time, or before the first payment.</param>
public sealed record PaymentsPassed(Totals Totals, Used Used, int? Window) : Finding
{
    /// <summary>Before the first payment.</summary>
    public static PaymentsPassed None { get; } = new(Totals.None, Used.None, null);

    internal PaymentsPassed With(Outcome outcome) => this with { Totals = Totals.With(outcome, Totals.Count + 1), Used = Used.Plus(outcome) };

    /// <summary>In a new window the limit applies anew. The last payment still counts: it may have been made after the window began.</summary>
    internal PaymentsPassed At(Limit limit, DateTimeOffset at)
    {
        if (limit.Interval is null) return this;
        var window = Recurrence.Parse(limit.Interval).Match(Right: recurrence => recurrence.WindowAt(at)?.Number, Left: _ => null);
        return window == Window ? this
            : this with { Window = window, Used = Totals.Last is { } last ? Used.None.Plus(last.Outcome) : Used.None };
    }
}

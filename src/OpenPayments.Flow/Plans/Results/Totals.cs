using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// What became of the payments of a recurring order, or of those ordered under a grant. Each payment's outcome is told once, as
/// <see cref="Last"/>, when it is over; then only the totals and the latest exceptions are kept, so a state does not grow with its age.
/// </summary>
/// <param name="Paid">How many arrived in full.</param>
/// <param name="PaidInPart">How many arrived in part.</param>
/// <param name="Unpaid">For how many nothing was paid.</param>
/// <param name="Unknown">Of how many it is not known.</param>
/// <param name="Debited">What all that was paid, or may have been, debits together; null where nothing was.</param>
/// <param name="Exceptions">The latest that did not end as ordered, ten at most.</param>
/// <param name="Last">The latest that ended; null before the first.</param>
public sealed record Totals(int Paid, int PaidInPart, int Unpaid, int Unknown, Amount? Debited, ValueList<NumberedOutcome> Exceptions, NumberedOutcome? Last)
{
    private const int MostExceptions = 10;

    /// <summary>Before the first payment.</summary>
    public static Totals None { get; } = new(0, 0, 0, 0, null, [], null);

    /// <summary>How many are over.</summary>
    public int Count => Paid + PaidInPart + Unpaid + Unknown;

    /// <summary>One more is over.</summary>
    internal Totals With(Outcome outcome, int number)
    {
        var last = new NumberedOutcome(number, outcome);
        return new Totals(
            Paid + (outcome is Outcome.Paid ? 1 : 0), PaidInPart + (outcome is Outcome.PaidInPart ? 1 : 0),
            Unpaid + (outcome is Outcome.Unpaid ? 1 : 0), Unknown + (outcome is Outcome.Unknown ? 1 : 0),
            Spent.Sum(Debited, outcome.AnyReceipt?.Debit), outcome is Outcome.Paid ? Exceptions : Latest(Exceptions.Plus(last)), last);
    }

    /// <summary>What is uncertain is kept longest: a person has to act on it.</summary>
    private static ValueList<NumberedOutcome> Latest(ValueList<NumberedOutcome> all)
    {
        if (all.Count <= MostExceptions) return all;
        var dropped = all.FirstOrDefault(one => one.Outcome is not Outcome.Unknown) ?? all[0];
        return new ValueList<NumberedOutcome>(all.Where(one => !ReferenceEquals(one, dropped)));
    }
}

/// <summary>How one of several payments ended.</summary>
/// <param name="Number">From 1: the window of a recurring order, or the how-manieth payment under a grant.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record NumberedOutcome(int Number, Outcome Outcome);

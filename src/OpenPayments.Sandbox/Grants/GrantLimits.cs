using System.Numerics;
using OpenPayments.Sandbox.Payments;

namespace OpenPayments.Sandbox.Grants;

/// <summary>What the account's owner agreed to at most, and how much of it is used up.</summary>
internal static class GrantLimits
{
    /// <summary>True when this payment stays within what was agreed to, after what was spent before it in the same window.</summary>
    public static bool Allow(Grant grant, Spent before, HeldOutgoingPayment payment)
    {
        if (grant.Outgoing?.Limits is not { } limits) return true;
        if (limits.Receiver is { } only && only != payment.Receiver.Url) return false;
        return limits.Match(
            plain => true,
            most => before.Debit + payment.Price.Debit <= most.DebitAmount.Value,
            most => payment.Receiver.Account.Asset.Fits(most.ReceiveAmount) && before.Receive + payment.Price.Receive <= most.ReceiveAmount.Value,
            unknown => false);
    }

    /// <summary>
    /// What counts against the limits now; null when the grant has windows and none is open. A payment counts in the window that it was
    /// made in, with its whole price from the start, and once it failed with what it had delivered.
    /// </summary>
    public static Spent? Spent(Grant grant, DateTimeOffset now)
    {
        if (grant.Outgoing?.Limits?.Interval is not { } interval) return Sum(grant.Payments);
        return Interval.WindowAt(interval, now) is { } window ? Sum(grant.Payments.Where(p => window.Contains(p.CreatedAt))) : null;
    }

    private static Spent Sum(IEnumerable<HeldOutgoingPayment> payments)
        => payments.Aggregate(new Spent(BigInteger.Zero, BigInteger.Zero), (sum, p) => new Spent(sum.Debit + p.CountedDebit, sum.Receive + p.CountedReceive));
}

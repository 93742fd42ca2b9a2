using System.Numerics;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Payments;

namespace OpenPayments.Sandbox.Grants;

/// <summary>What the account's owner agreed to at most, and how much of it is used up.</summary>
internal static class GrantLimits
{
    /// <summary>True when this payment stays within what was agreed to, now, counting what was paid before under the same grant.</summary>
    public static bool Allow(Grant grant, Price price, HeldIncomingPayment receiver, DateTimeOffset now)
    {
        if (grant.Outgoing?.Limits is not { } limits) return true;
        if (limits.Receiver is { } only && only != receiver.Url) return false;
        if (limits.Interval is { } interval && Interval.WindowAt(interval, now) is null) return false;
        var (debit, receive) = Spent(grant, now);
        return limits.Match(
            plain => true,
            most => debit + price.Debit <= most.DebitAmount.Value,
            most => receiver.Account.Asset.Fits(most.ReceiveAmount) && receive + price.Receive <= most.ReceiveAmount.Value,
            unknown => false);
    }

    /// <summary>What left and what arrived under this grant, in the window that is now when it has windows. A failed payment counts by what it delivered.</summary>
    public static (BigInteger Debit, BigInteger Receive) Spent(Grant grant, DateTimeOffset now)
    {
        var interval = grant.Outgoing?.Limits?.Interval;
        var window = interval is null ? null : Interval.WindowAt(interval, now);
        var payments = grant.Payments.Where(p => interval is null || window?.Contains(p.CreatedAt) == true).ToList();
        return (payments.Aggregate(BigInteger.Zero, (sum, p) => sum + p.CountedDebit), payments.Aggregate(BigInteger.Zero, (sum, p) => sum + p.CountedReceive));
    }
}

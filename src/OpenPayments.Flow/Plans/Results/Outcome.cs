using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>How one payment ended.</summary>
public abstract record Outcome : Finding
{
    private Outcome() { }

    /// <summary>What is known of the money; null where none was asked for, or none could have moved.</summary>
    internal Receipt? AnyReceipt => this switch
    {
        Paid p => p.Receipt,
        PaidInPart p => p.Receipt,
        Unknown p => p.Receipt,
        Unpaid => null,
    };

    /// <summary>Why it did not end as ordered; null where it did.</summary>
    internal Reason? AnyReason => this switch
    {
        Paid => null,
        PaidInPart p => p.Reason,
        Unpaid p => p.Reason,
        Unknown p => p.Reason,
    };

    /// <summary>Calls the function of the case that this is.</summary>
    public TOut Match<TOut>(Func<Paid, TOut> paid, Func<PaidInPart, TOut> paidInPart, Func<Unpaid, TOut> unpaid, Func<Unknown, TOut> unknown)
    {
        ArgumentNullException.ThrowIfNull(paid);
        ArgumentNullException.ThrowIfNull(paidInPart);
        ArgumentNullException.ThrowIfNull(unpaid);
        ArgumentNullException.ThrowIfNull(unknown);
        return this switch
        {
            Paid o => paid(o),
            PaidInPart o => paidInPart(o),
            Unpaid o => unpaid(o),
            Unknown o => unknown(o),
        };
    }

    /// <summary>The money has arrived: the receiver's server says so.</summary>
    public sealed record Paid(Receipt Receipt) : Outcome;

    /// <summary>A part was sent, and no more will be.</summary>
    public sealed record PaidInPart(Reason Reason, Receipt Receipt) : Outcome;

    /// <summary>Nothing was paid. <paramref name="At"/>: when that was seen; null where trying again would change nothing.</summary>
    public sealed record Unpaid(Reason Reason, DateTimeOffset? At) : Outcome;

    /// <summary>It cannot be found out: <paramref name="Reason"/> says how a person can.</summary>
    public sealed record Unknown(Reason Reason, Receipt Receipt) : Outcome;
}

/// <summary>What is known of the money at the end.</summary>
/// <param name="Debit">What was to be debited, fees included.</param>
/// <param name="Receive">What was to arrive; null where no server said.</param>
/// <param name="Sent">What the sender's server last said has left; null where it did not say.</param>
/// <param name="Received">What the receiver's server last said has arrived; null where it did not say.</param>
/// <param name="IncomingPayment">Its URL.</param>
/// <param name="OutgoingPayment">Its URL; null where it is not known whether there is one, or which.</param>
public sealed record Receipt(Amount Debit, Amount? Receive, Amount? Sent, Amount? Received, Uri IncomingPayment, Uri? OutgoingPayment);

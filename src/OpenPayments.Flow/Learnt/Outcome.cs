using System.Text.Json.Serialization;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>How one payment ended.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Paid), "paid")]
[JsonDerivedType(typeof(PaidInPart), "paid-in-part")]
[JsonDerivedType(typeof(Unpaid), "unpaid")]
[JsonDerivedType(typeof(Unknown), "unknown")]
public abstract record Outcome : Fact
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
/// <param name="Debit">What was to be debited.</param>
/// <param name="Receive">What was to arrive; null where no server said.</param>
/// <param name="Sent">What the sender's server says has left.</param>
/// <param name="Received">What the receiver's server says has arrived.</param>
/// <param name="IncomingPayment">Its URL.</param>
/// <param name="OutgoingPayment">Its URL; null where it is not known whether there is one.</param>
public sealed record Receipt(Amount Debit, Amount? Receive, Amount? Sent, Amount? Received, Uri IncomingPayment, Uri? OutgoingPayment);

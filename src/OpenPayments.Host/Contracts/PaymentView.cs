using System.ComponentModel;
using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Host.Contracts;

/// <summary>What anyone who has a payment's id may see of it.</summary>
public sealed record PaymentView
{
    [Description("Unguessable: whoever knows it may see the payment.")]
    public required string Id { get; init; }

    [Description("Where the payment stands. `completed`, `failed` and `uncertain` are final; `uncertain` needs a person to find out whether money moved.")]
    public required PaymentStatus Status { get; init; }

    [Description("The step of the Open Payments guide that it stands at, in kebab-case.")]
    public required string Step { get; init; }

    [Description("Why it ended, or what stands in its way.")]
    public Reason? Reason { get; init; }

    [Description("What the sender pays, fees included, once it is quoted.")]
    public Amount? DebitAmount { get; init; }

    [Description("What is to arrive.")]
    public Amount? ReceiveAmount { get; init; }

    [Description("What has left the sender so far, without fees.")]
    public Amount? SentAmount { get; init; }

    [Description("What has arrived.")]
    public Amount? ReceivedAmount { get; init; }

    [Description("Until when the quoted amounts hold.")]
    public DateTimeOffset? QuoteExpiresAt { get; init; }

    [Description("The outgoing payment at the sender's wallet provider.")]
    public Uri? OutgoingPayment { get; init; }

    [Description("The incoming payment at the receiver's wallet provider.")]
    public Uri? IncomingPayment { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    internal static PaymentView Of(string id, PaymentSummary summary, DateTimeOffset createdAt, DateTimeOffset updatedAt) => new()
    {
        Id = id,
        Status = summary.Status,
        Step = summary.Step,
        Reason = summary.Reason,
        DebitAmount = summary.Debit,
        ReceiveAmount = summary.Receive,
        SentAmount = summary.Sent,
        ReceivedAmount = summary.Received,
        QuoteExpiresAt = summary.QuoteExpiresAt,
        OutgoingPayment = summary.OutgoingPayment,
        IncomingPayment = summary.IncomingPayment,
        CreatedAt = createdAt,
        UpdatedAt = updatedAt,
    };
}

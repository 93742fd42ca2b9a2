using System.ComponentModel;
using OpenPayments.Flow;
using OpenPayments.Generated;
using OpenPayments.Host.Store;

namespace OpenPayments.Host.Contracts;

/// <summary>What anyone who has a payment's id may see of it.</summary>
public sealed record PaymentView
{
    [Description("Unguessable: whoever knows it may see the payment.")]
    public required string Id { get; init; }

    [Description("Where the payment stands. `completed`, `partial`, `failed` and `uncertain` are final: `partial` means that a part was paid and no more will be, `uncertain` that a person has to find out whether money moved. `scheduled` waits for a time to pay at; a payment that is made once never does.")]
    public required FlowStatus Status { get; init; }

    [Description("The step of the Open Payments guide that it stands at, in kebab-case.")]
    public required string Step { get; init; }

    [Description("Why it ended, or what stands in its way.")]
    public Reason? Reason { get; init; }

    [Description("Where the payer's browser is to go to agree once more, for the reason that `reason` gives. Only then: the first consent page is told in the answer to the start alone. A secret of the payer's: do not log it.")]
    public string? RedirectUrl { get; init; }

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

    /// <param name="redirectUrl">Where the payer agrees once more; null where that is not asked for.</param>
    internal static PaymentView Of(string id, StoredSummary summary, DateTimeOffset createdAt, DateTimeOffset updatedAt, string? redirectUrl = null) => new()
    {
        Id = id,
        Status = summary.Status,
        Step = summary.Step,
        Reason = summary.Reason,
        RedirectUrl = redirectUrl,
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

using System.ComponentModel;
using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Host.Contracts;

/// <summary>The answer to a new payment.</summary>
public sealed record StartedPayment
{
    [Description("Unguessable: whoever knows it may see the payment.")]
    public required string Id { get; init; }

    [Description("Where the payment stands.")]
    public required FlowStatus Status { get; init; }

    [Description("Send the payer's browser there to agree. A secret of the payer's: do not log it. Absent when nobody is awaited.")]
    public string? RedirectUrl { get; init; }

    [Description("What the sender will pay, fees included.")]
    public Amount? DebitAmount { get; init; }

    [Description("What will arrive.")]
    public Amount? ReceiveAmount { get; init; }

    [Description("Until when the quoted amounts hold.")]
    public DateTimeOffset? QuoteExpiresAt { get; init; }
}

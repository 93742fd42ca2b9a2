using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>An outgoing payment.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="QuoteId">The quote that it was made by; null: by incoming payment and debit amount.</param>
/// <param name="To">Where it goes.</param>
/// <param name="ReceiveAmount">What is to arrive.</param>
/// <param name="DebitAmount">What is debited.</param>
/// <param name="Permit">What its payer agreed to.</param>
/// <param name="Metadata">What its server kept of the client's words.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Payable(
    Uri Id, Uri? QuoteId, Receivable To, Amount ReceiveAmount, Amount DebitAmount, Permit Permit, IReadOnlyDictionary<string, JsonElement>? Metadata, DateTimeOffset CreatedAt)
{
    public ulong Sent { get; set; }

    public int Slices { get; set; }

    public bool Failed { get; set; }

    /// <summary>Money has left by it, or still may.</summary>
    public bool Counts => !Failed || Sent > 0;

    /// <summary>What it takes of its permit: what failed, no more than was sent before.</summary>
    public ulong Debited => Failed ? Sent : DebitAmount.Value;

    /// <summary>The same for what arrives.</summary>
    public ulong Delivered => Failed ? To.Received : ReceiveAmount.Value;

    public OutgoingPayment Show() => new()
    {
        Id = Id,
        WalletAddress = Holders.Alice.Id,
        QuoteId = QuoteId,
        Failed = Failed,
        Receiver = To.Id,
        ReceiveAmount = ReceiveAmount,
        DebitAmount = DebitAmount,
        SentAmount = Holders.Alice.Amount(Sent),
        Metadata = Metadata,
        CreatedAt = CreatedAt,
    };

    public OutgoingPaymentWithSpentAmounts Accept() => new()
    {
        Id = Id,
        WalletAddress = Holders.Alice.Id,
        QuoteId = QuoteId,
        Receiver = To.Id,
        ReceiveAmount = ReceiveAmount,
        DebitAmount = DebitAmount,
        SentAmount = Holders.Alice.Amount(Sent),
        Metadata = Metadata,
        CreatedAt = CreatedAt,
    };
}

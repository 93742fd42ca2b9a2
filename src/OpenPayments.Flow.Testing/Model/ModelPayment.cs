using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Model;

/// <summary>An outgoing payment at the sender's server: what it does, whatever its server says of it.</summary>
/// <param name="Id">Its URL.</param>
/// <param name="QuoteId">The quote that it was made by; null: by incoming payment and debit amount.</param>
/// <param name="Incoming">The incoming payment that it goes to.</param>
/// <param name="Receiver">Whose that is.</param>
/// <param name="ReceiveAmount">What is to arrive.</param>
/// <param name="DebitAmount">What is debited.</param>
/// <param name="Permit">What its payer agreed to.</param>
/// <param name="Metadata">The client's words.</param>
/// <param name="CreatedAt">When, by the model's clock.</param>
public sealed record ModelPayment(
    Uri Id, Uri? QuoteId, Uri Incoming, Uri Receiver, Amount ReceiveAmount, Amount DebitAmount, Permit Permit,
    IReadOnlyDictionary<string, JsonElement>? Metadata, DateTimeOffset CreatedAt)
{
    /// <summary>How much has left, fees excluded, in the smallest unit of the sender's asset.</summary>
    public ulong Sent { get; internal set; }

    /// <summary>How much of it has arrived.</summary>
    public ulong Delivered { get; internal set; }

    /// <summary>No more will be sent.</summary>
    public bool Failed { get; internal set; }

    /// <summary>In how many steps money has moved.</summary>
    internal int Slices { get; set; }

    /// <summary>Money has left by it, or still may.</summary>
    public bool Counts => !Failed || Sent > 0;

    /// <summary>What it takes of its permit's debit: what failed, no more than was sent before.</summary>
    internal ulong TakesDebit => Failed ? Sent : DebitAmount.Value;

    /// <summary>What it takes of its permit's arrival.</summary>
    internal ulong TakesArrival => Failed ? Delivered : ReceiveAmount.Value;
}

using System.Text.Json;
using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Payments;

/// <summary>An outgoing payment as its provider keeps it: accepted at first, then delivered in steps or failed.</summary>
/// <param name="Id">The quote's id: that is what makes a second payment from one quote impossible.</param>
internal sealed record HeldOutgoingPayment(
    Guid Id, Account Account, HeldIncomingPayment Receiver, Price Price, Grant Grant,
    IReadOnlyDictionary<string, JsonElement>? Metadata, DateTimeOffset CreatedAt)
{
    public Uri Url => Account.Provider.Resource("outgoing-payments", Id);

    public Uri QuoteUrl => Account.Provider.Resource("quotes", Id);

    public int StepsDone { get; set; }

    /// <summary>What has been delivered so far: the debit behind it, the fee in that, and what arrived.</summary>
    public Price Delivered { get; set; } = new(0, 0, 0);

    /// <summary>Why it was given up; null while it has not been.</summary>
    public string? CancellationReason { get; set; }

    public bool Failed => CancellationReason is not null;

    public ulong CountedDebit => Failed ? Delivered.Debit : Price.Debit;

    public ulong CountedReceive => Failed ? Delivered.Receive : Price.Receive;
}

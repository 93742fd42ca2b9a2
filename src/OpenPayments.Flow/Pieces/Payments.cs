using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Pay: create an outgoing payment at the sender's (guide step 9), once. Where it is not certain that it was made, it is looked for.</summary>
public static class Payments
{
    /// <summary>Of a quote. The server makes at most one for a quote.</summary>
    /// <param name="consent">Of <see cref="Consents"/>.</param>
    /// <param name="sender">Whose account is debited.</param>
    /// <param name="incoming">What is paid.</param>
    /// <param name="quote">At which cost.</param>
    /// <param name="metadata">A JSON object as text; null for none.</param>
    public static Plan<Made> Create(Consent consent, Wallet sender, Incoming incoming, Quoted quote, string? metadata) => consent.Limit.Allows(quote.Debit, quote.Receive)
        ? new Piece<Made>(new Paying.Creating(new Intent(sender, incoming.Id, quote.Debit, quote.Receive, quote.Id, Earlier(quote.ExpiresAt, incoming.ExpiresAt), null, metadata), consent))
        : Plan.Stop<Made>(new Reason(Reason.Codes.QuoteTooDear, Paying.StepName, "The payment would cost more than the payer agreed to.",
            "Nothing was paid. Ask for a larger consent, or pay less.", Fault.Payer));

    /// <summary>
    /// Without a quote, by the amount that is debited. The server protects against no second one, so a mark is put into its metadata to
    /// find it by, and it is not sent again: only when the incoming payment has expired is it certain that there is none.
    /// </summary>
    public static Plan<Made> CreateForDebit(Consent consent, Wallet sender, Incoming incoming, Amount debit, string? metadata) =>
        new Piece<Made>(new Paying.Marking(new Intent(sender, incoming.Id, debit, null, null, incoming.ExpiresAt, null, metadata), consent));

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is { } a && other is { } b ? (a < b ? a : b) : one ?? other;
}

/// <summary>One payment that is meant to be made.</summary>
/// <param name="Sender">Whose account is debited.</param>
/// <param name="Incoming">The incoming payment's URL.</param>
/// <param name="Debit">What the sender pays, fees included.</param>
/// <param name="Receive">What is to arrive; null where only the server knows.</param>
/// <param name="Quote">The quote's URL; null: by incoming payment and debit amount.</param>
/// <param name="DeadAt">From when, by our clock, a request that is still under way is refused; null where that is not known.</param>
/// <param name="Mark">What it is found by where there is no quote.</param>
/// <param name="Metadata">A JSON object as text.</param>
public sealed record Intent(Wallet Sender, Uri Incoming, Amount Debit, Amount? Receive, Uri? Quote, DateTimeOffset? DeadAt, string? Mark, string? Metadata)
{
    /// <summary>The member of the outgoing payment's metadata that holds the mark.</summary>
    public const string MarkMember = "openPaymentsMark";

    internal CreateOutgoingPaymentRequest Body() => Quote is not null
        ? new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = Sender.Id, QuoteId = Quote, Metadata = JsonObjects.Read(Metadata) }
        : new CreateOutgoingPaymentRequest.WithIncomingPayment
        {
            WalletAddress = Sender.Id,
            IncomingPayment = Incoming,
            DebitAmount = Debit,
            Metadata = Mark is null ? JsonObjects.Read(Metadata) : JsonObjects.With(Metadata, MarkMember, Mark),
        };

    /// <summary>By quote; else by incoming payment, which is this payment's own, and by the mark where the server kept it.</summary>
    internal bool Is(OutgoingPayment payment) => Quote is not null
        ? payment.QuoteId == Quote
        : payment.Receiver == Incoming && (payment.Metadata is null || !payment.Metadata.TryGetValue(MarkMember, out var mark) || mark.ToString() == Mark);
}

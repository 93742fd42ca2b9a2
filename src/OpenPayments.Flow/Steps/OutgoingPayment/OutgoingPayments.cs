using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>Pay: create an outgoing payment at the sender's (guide step 9), once. Where it is not certain that it was made, it is searched for.</summary>
public static class OutgoingPayments
{
    /// <summary>Of a quote. The server makes at most one of a quote.</summary>
    /// <param name="consent">Of <see cref="Consents"/>.</param>
    /// <param name="sender">Whose account is debited.</param>
    /// <param name="incoming">What is paid.</param>
    /// <param name="quote">At which cost.</param>
    /// <param name="metadata">A JSON object as text; null for none.</param>
    public static Plan<Outgoing> Create(Consent consent, Wallet sender, Incoming incoming, PaymentQuote quote, string? metadata) => consent.Limit.Allows(quote.Debit, quote.Receive)
        ? new StepPlan<Outgoing>(new CreatingOutgoingPayment(new Intent(sender, incoming, quote.Debit, quote.Receive, quote, metadata), consent))
        : Plan.Stop<Outgoing>(new Reason(Reason.Codes.QuoteTooDear, OutgoingPaymentStage.StepName, "The payment would cost more than the payer agreed to.",
            "Nothing was paid. Ask for a larger consent, or pay less.", Fault.Payer));

    /// <summary>
    /// Without a quote, by the amount that is debited. The server protects against no second one, so it is not sent again: only when the
    /// incoming payment has expired unpaid is it certain that there is none.
    /// </summary>
    public static Plan<Outgoing> CreateForDebit(Consent consent, Wallet sender, Incoming incoming, Amount debit, string? metadata) =>
        new StepPlan<Outgoing>(new CreatingOutgoingPayment(new Intent(sender, incoming, debit, null, null, metadata), consent));
}

/// <summary>One payment that is meant to be made.</summary>
/// <param name="Sender">Whose account is debited.</param>
/// <param name="Incoming">The incoming payment. It is this payment's own: nothing else is paid to it.</param>
/// <param name="Debit">What the sender pays, fees included.</param>
/// <param name="Receive">What is to arrive; null where only the server knows.</param>
/// <param name="Quote">At which cost; null: by incoming payment and debit amount.</param>
/// <param name="Metadata">A JSON object as text.</param>
public sealed record Intent(Wallet Sender, Incoming Incoming, Amount Debit, Amount? Receive, PaymentQuote? Quote, string? Metadata)
{
    /// <summary>Until when, by our clock, it may be sent.</summary>
    internal DateTimeOffset SendUntil => Quote?.CertainUntil ?? DateTimeOffset.MaxValue;

    internal CreateOutgoingPaymentRequest Body() => Quote is { } quote
        ? new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = Sender.Id, QuoteId = quote.Id, Metadata = JsonObjects.Read(Metadata) }
        : new CreateOutgoingPaymentRequest.WithIncomingPayment
        {
            WalletAddress = Sender.Id,
            IncomingPayment = Incoming.Id,
            DebitAmount = Debit,
            Metadata = JsonObjects.Read(Metadata),
        };

    /// <summary>By the incoming payment, which is required and this payment's own, or by the quote, where the server says it.</summary>
    internal bool Is(Seen payment) => Urls.AreSame(payment.Receiver, Incoming.Id) || (Quote is { } quote && Urls.AreSame(payment.Quote, quote.Id));

    /// <summary>What a payment of these contradicts; null: nothing.</summary>
    internal string? WhyNot(Seen payment) => Contradiction.First(
        Contradiction.Url("walletAddress", payment.WalletAddress, Sender.Id),
        Contradiction.Url("receiver", payment.Receiver, Incoming.Id),
        Quote is { } quote ? Contradiction.Url("quoteId", payment.Quote, quote.Id) : null,
        Contradiction.Amount("debitAmount", payment.Debit, Debit),
        Receive is null
            ? Contradiction.Asset("receiveAmount", payment.Receive, Incoming.Receiver.AssetCode, Incoming.Receiver.AssetScale)
            : Contradiction.Amount("receiveAmount", payment.Receive, Receive));
}

/// <summary>An outgoing payment as a server shows it.</summary>
internal sealed record Seen(Uri Id, Uri? WalletAddress, Uri? Quote, Uri Receiver, Amount Debit, Amount Receive, DateTimeOffset CreatedAt, bool Failed)
{
    public static Seen Of(OutgoingPaymentWithSpentAmounts p) =>
        new(p.Id, p.WalletAddress, p.QuoteId, p.Receiver, p.DebitAmount, p.ReceiveAmount, p.CreatedAt, p.Failed == true);

    public static Seen Of(OutgoingPayment p) => new(p.Id, p.WalletAddress, p.QuoteId, p.Receiver, p.DebitAmount, p.ReceiveAmount, p.CreatedAt, p.Failed == true);
}

/// <summary>The outgoing payment exists: accepted, not yet paid.</summary>
/// <param name="Id">Its URL; null where only the receiver's side shows that it was made.</param>
/// <param name="Intent">What was to be paid.</param>
/// <param name="Receive">What is to arrive; null where no server said.</param>
/// <param name="Token">The token that reads it.</param>
/// <param name="FollowUntil">When following it is given up.</param>
/// <param name="Contradiction">What the sender's server said of it that contradicts the order; null where nothing does.</param>
/// <param name="Arrived">What the receiver's server showed while it was searched for; null where that was not asked.</param>
public sealed record Outgoing(
    Uri? Id, Intent Intent, Amount? Receive, Token Token, DateTimeOffset FollowUntil, string? Contradiction = null, Amount? Arrived = null) : Finding
{
    internal override IEnumerable<Authority> Authorities => [new HeldToken(Token)];

    internal override Finding Renew(Token old, Token fresh) => this with { Token = Token.Renew(old, fresh) };
}

using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>Guide steps 3 and 5: what is to be paid, and what it costs. A quote that says anything but what was asked for is not paid.</summary>
internal static class Quotes
{
    /// <summary>After this many quotes a quote that looks expired is tried all the same: then it is the clocks that disagree.</summary>
    private const int Most = 3;

    /// <summary>From the incoming payment to its first quote.</summary>
    public static Payment For(CreatingIncoming s, IncomingPaymentWithMethods incoming) => incoming.IncomingAmount == s.Order.IncomingAmount
        ? new GrantingQuote(s.Order, s.Sender, new Incoming(incoming.Id, s.Token), Number: 1)
        : Mismatch(s, "The receiver's server created an incoming payment for another amount.");

    public static Payment Accept(Quoting s, Quote quote, DateTimeOffset at)
    {
        var (debit, receive) = (quote.DebitAmount, quote.ReceiveAmount);
        if (quote.Receiver != s.Incoming.Id) return Mismatch(s, "The quote pays another incoming payment.");
        if (receive != s.Order.IncomingAmount) return Mismatch(s, "The quote delivers another amount.");
        if (debit.Value == 0 || debit.AssetCode != s.Sender.AssetCode || debit.AssetScale != s.Sender.AssetScale)
            return Mismatch(s, "The quote does not debit the sender's asset.");
        var quoted = new Quoted(quote.Id, debit, receive, EndOf(quote, at), s.Number);
        return s.Consent is not { } consent ? new DrawingNonce(s.Order, s.Sender, s.Incoming, quoted)
            : debit.Value <= consent.Limit.Value ? new Paying(s.Order, s.Sender, s.Incoming, quoted, consent)
            : new Failed(new Reason(Reason.Codes.QuoteTooDear, PaymentSummary.StepOf(s),
                "The quote that the payer agreed to ran out before it could be paid, and the new one costs more than was agreed to.",
                "Nothing was paid. Start the payment again.", Fault.Payer));
    }

    public static bool Expired(Quoted quote, DateTimeOffset at) => quote.Number < Most && quote.ExpiresAt is { } end && at >= end;

    /// <summary>The quote ran out, or the server says so: the next one, unless there have been too many.</summary>
    public static Payment Again(
        Payment s, PaymentOrder order, Wallet sender, Incoming incoming, Quoted quote, Consent? consent = null, Reason? because = null) => quote.Number < Most
        ? new GrantingQuote(order, sender, incoming, quote.Number + 1, consent)
        : new Failed(because ?? new Reason(Reason.Codes.QuoteExpired, PaymentSummary.StepOf(s),
            $"The sender's server gave {quote.Number} quotes and would pay none of them.", "Nothing was paid. Start the payment again.", Fault.Provider));

    private static Failed Mismatch(Payment s, string what) => new(new Reason(Reason.Codes.AnswerMismatch, PaymentSummary.StepOf(s),
        what, "Nothing was paid. Report it to the provider: its answer contradicts what it was asked for.", Fault.Provider));

    /// <summary>
    /// By our clock, which need not be the server's: how long the quote lives from when it was created, counted from when it was
    /// received, and so never too early. Were it too early, what is still under way could be paid beside the next quote.
    /// </summary>
    private static DateTimeOffset? EndOf(Quote quote, DateTimeOffset at)
    {
        if (quote.ExpiresAt is not { } end) return null;
        var lives = end - quote.CreatedAt;
        return lives <= TimeSpan.Zero ? end : lives < DateTimeOffset.MaxValue - at ? at + lives : DateTimeOffset.MaxValue;
    }
}

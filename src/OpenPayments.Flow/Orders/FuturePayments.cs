using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Get an outgoing payment grant for future payments": the payer agrees to a limit before it is known who is paid. Payments
/// are ordered under it later, one by one (<see cref="Flows.Order"/>), until it is closed (<see cref="Flows.Close"/>) or its time is up.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Limit">The most that may be paid, for all time or in each window of an interval.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this order.</param>
/// <param name="OpenUntil">When no more payments are waited for, and the grant is given back.</param>
public sealed record FuturePayments(Uri Sender, Limit Limit, Uri FinishUri, DateTimeOffset OpenUntil) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from consent in Consents.Ask(sender, Limit, FinishUri)
        from totals in Plan.OnOrder(Limit, OpenUntil, (payment, used) => Pay(consent, sender, payment, used))
        from spent in Plan.Attempt("spent amounts", SpentAmounts.Read(consent, sender))
        select Result.OfTotals(totals) with { Spent = spent.Known?.Spent };

    private static Plan<Outcome> Pay(Consent consent, Wallet sender, FuturePayment payment, Used used) =>
        from receiver in Wallets.ReadReceiver(payment.Receiver)
        from _ in Wallets.ReceiverHolds(receiver, payment.IncomingAmount)
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, payment.IncomingAmount, payment.Metadata)
        from quoting in Grants.ForQuotes(sender)
        from quote in Quotes.Create(quoting, sender, incoming)
        from told in SpentAmounts.Read(consent, sender) // first: a refusal would tell the same, but less clearly
        from within in Plan.Require(consent.Limit.Leaves(used.With(told.Spent), quote.Debit, quote.Receive), TooMuch)
        from outgoing in OutgoingPayments.Create(consent, sender, incoming, quote, payment.Metadata)
        from outcome in Settlement.Follow(outgoing, incoming)
        select outcome;

    private static Reason TooMuch => new(Reason.Codes.LimitExceeded, "spent-amounts",
        "What was spent under the consent leaves too little for this payment.",
        "Nothing was paid. Wait for the next window, pay less, or ask for a larger consent.", Fault.Payer);

    internal override string Flow => "future-payments";

    internal override OrderError? Check() => OrderRules.Wallet(nameof(Sender), Sender) ?? OrderRules.Limited(Limit) ?? OrderRules.Finish(FinishUri);
}

using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Get an outgoing payment grant for future payments": the payer agrees to a limit before it is known who is paid, and
/// payments follow under it, with an eye on what is spent. What is left of the consent is part of the result.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Limit">The most that may be paid, for all time or in each window of an interval.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this order.</param>
/// <param name="Payments">What is to be paid now, in this order; none to get the consent alone.</param>
/// <param name="Held">The consent of an earlier order: the payer is not asked again.</param>
public sealed record FuturePayments(Uri Sender, Limit Limit, Uri FinishUri, ValueList<FuturePayment> Payments, Consent? Held = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from consent in Consent(sender)
        from outcomes in Plan.EachAfter<FuturePayment, Outcome>(Payments, (earlier, payment) =>
            Plan.Attempt(Pay(consent, sender, earlier, payment)).Select(outcome => outcome.Match(known => known, otherwise => otherwise)))
        from spent in Plan.Attempt(SpentAmounts.Read(consent, sender))
        select Result.OfAll(outcomes) with { Grant = consent, Spent = spent.Known };

    private Plan<Consent> Consent(Wallet sender) => Held is null ? Consents.Ask(sender, Limit, FinishUri) : Consents.Hold(Held);

    private static Plan<Outcome> Pay(Consent consent, Wallet sender, IReadOnlyList<Outcome> earlier, FuturePayment payment) =>
        from receiver in Wallets.ReadReceiver(payment.Receiver)
        from _ in Wallets.ReceiverHolds(receiver, payment.IncomingAmount)
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, payment.IncomingAmount, payment.Metadata)
        from quoting in Grants.ForQuotes(sender)
        from quote in Quotes.Create(quoting, sender, incoming)
        from spent in SpentAmounts.Read(consent, sender) // first: a refusal would tell the same, but less clearly
        from within in Plan.Require(consent.Limit.Leaves(spent.With(earlier, consent.Limit), quote.Debit, quote.Receive), new Reason(Reason.Codes.LimitExceeded, "spent-amounts",
            "What was spent under the consent leaves too little for this payment.", "Nothing was paid. Wait for the next window, pay less, or ask for a larger consent.", Fault.Payer))
        from made in Flow.Payments.Create(consent, sender, incoming, quote, payment.Metadata)
        from outcome in Settlement.Follow(made, incoming)
        select outcome;

    internal override OrderError? Check() => OrderRules.Wallet(nameof(Sender), Sender) ?? OrderRules.Limited(Limit) ?? OrderRules.Finish(FinishUri) ?? OrderRules.Future(Sender, Payments);
}

/// <summary>A payment under a grant.</summary>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="IncomingAmount">What is to arrive, in the smallest unit of the receiver's asset.</param>
/// <param name="Metadata">A JSON object as text, put on the incoming and on the outgoing payment; null for none.</param>
public sealed record FuturePayment(Uri Receiver, Amount IncomingAmount, string? Metadata = null);

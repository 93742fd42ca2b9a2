using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>The guide "Send recurring remittances with a fixed receive amount": consent first, then this much arrives in every period.</summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="ReceiveAmount">What arrives in each period, in the smallest unit of the receiver's asset.</param>
/// <param name="Interval">The periods: ISO 8601 repeating interval, such as <c>R12/2026-12-01T00:00:00Z/P1M</c>.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this order.</param>
/// <param name="Metadata">A JSON object as text, put on each incoming and outgoing payment; null for none.</param>
public sealed record RecurringFixedReceive(Uri Sender, Uri Receiver, Amount ReceiveAmount, string Interval, Uri FinishUri, string? Metadata = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from receiver in Wallets.ReadReceiver(Receiver)
        from _ in Wallets.ReceiverHolds(receiver, ReceiveAmount)
        from consent in Consents.Ask(sender, Limit.OfReceive(ReceiveAmount, Interval), FinishUri) // to what arrives: no quote is needed for it
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.CreateUntil(Periods.Deadline(receiving), receiving, receiver, null, Metadata)
        from quoting in Grants.ForQuotes(sender)
        from payments in Plan.Each(Periods.Of(Interval), window => Plan.Within(window, (round, now) =>
            Periods.IsGood(window, round, now, incoming.ExpiresAt)
                ? Pay(quoting, consent, sender, incoming)
                : from next in IncomingPayments.CreateUntil(Periods.Deadline(window, now), receiving, receiver, null, Metadata)
                  from outcome in Pay(quoting, consent, sender, next)
                  select outcome))
        select Result.OfAll(payments);

    private Plan<Outcome> Pay(Grant quoting, Consent consent, Wallet sender, Incoming incoming) =>
        from quote in Quotes.CreateForReceive(quoting, sender, incoming, ReceiveAmount)
        from made in Payments.Create(consent, sender, incoming, quote, Metadata)
        from outcome in Settlement.Follow(made, incoming)
        select outcome;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver) ?? OrderRules.Amount(nameof(ReceiveAmount), ReceiveAmount)
        ?? OrderRules.Periods(Interval) ?? OrderRules.Finish(FinishUri) ?? OrderRules.Object(Metadata);

    internal override Amount? Receives => ReceiveAmount;
}

using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>The guide "Send recurring remittances with a fixed debit amount": the payer pays this much in every period, and nothing is quoted.</summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="DebitAmount">What the payer pays in each period, fees included, in the smallest unit of the sender's asset.</param>
/// <param name="Interval">The periods: ISO 8601 repeating interval, such as <c>R12/2026-12-01T00:00:00Z/P1M</c>.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this order.</param>
/// <param name="Metadata">A JSON object as text, put on each incoming and outgoing payment; null for none.</param>
public sealed record RecurringFixedDebit(Uri Sender, Uri Receiver, Amount DebitAmount, string Interval, Uri FinishUri, string? Metadata = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from _ in Wallets.SenderHolds(sender, DebitAmount)
        from receiver in Wallets.ReadReceiver(Receiver)
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.CreateUntil(Periods.Deadline(receiving), receiving, receiver, null, Metadata) // it expires soon: the fence against a second payment
        from consent in Consents.Ask(sender, Limit.OfDebit(DebitAmount, Interval), FinishUri)
        from payments in Plan.Each(Periods.Of(Interval), window => Plan.Within(window, (round, now) =>
            Periods.IsGood(window, round, now, incoming.ExpiresAt)
                ? Pay(consent, sender, incoming)
                : from next in IncomingPayments.CreateUntil(Periods.Deadline(window, now), receiving, receiver, null, Metadata)
                  from outcome in Pay(consent, sender, next)
                  select outcome))
        select Result.OfAll(payments);

    private Plan<Outcome> Pay(Consent consent, Wallet sender, Incoming incoming) =>
        from made in Payments.CreateForDebit(consent, sender, incoming, DebitAmount, Metadata)
        from outcome in Settlement.Follow(made, incoming)
        select outcome;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver) ?? OrderRules.Amount(nameof(DebitAmount), DebitAmount)
        ?? OrderRules.Periods(Interval) ?? OrderRules.Finish(FinishUri) ?? OrderRules.Object(Metadata);

    internal override Amount? Debits => DebitAmount;
}

using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Send recurring remittances with a fixed debit amount": the payer agrees once, then pays this much in every period; what
/// is left of it arrives. There is no quote.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="DebitAmount">What the payer pays in each period, fees included, in the smallest unit of the sender's asset.</param>
/// <param name="Interval">The periods: ISO 8601 repeating interval, such as <c>R12/2026-12-01T00:00:00Z/P1M</c>.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this order.</param>
/// <param name="Metadata">A JSON object as text, put on each incoming and outgoing payment; null for none.</param>
public sealed record RecurringFixedDebit(
    Uri Sender, Uri Receiver, Amount DebitAmount, string Interval, Uri FinishUri, string? Metadata = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from _ in Wallets.SenderHolds(sender, DebitAmount)
        from receiver in Wallets.ReadReceiver(Receiver)
        from receiving in Grants.ForIncomingPayments(receiver) // what follows expires soon: the fence against a second payment
        from incoming in IncomingPayments.CreateUntil(Preparation.Deadline(receiving), receiving, receiver, null, Metadata)
        from consent in Consents.Ask(sender, Limit.OfDebit(DebitAmount, Interval), FinishUri)
        from totals in Plan.InEachWindow(Interval, (window, round) =>
            Preparation.IsGood(window, round, incoming.ExpiresAt)
                ? Pay(consent, sender, incoming)
                : from next in IncomingPayments.CreateUntil(Preparation.Deadline(window, round), receiving, receiver, null, Metadata)
                  from outcome in Pay(consent, sender, next)
                  select outcome)
        select Result.OfTotals(totals);

    private Plan<Outcome> Pay(Consent consent, Wallet sender, Incoming incoming) =>
        from outgoing in OutgoingPayments.CreateForDebit(consent, sender, incoming, DebitAmount, Metadata)
        from outcome in Settlement.Follow(outgoing, incoming)
        select outcome;

    internal override string Flow => "recurring-fixed-debit";

    internal override Amount? Debits => DebitAmount;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver)
        ?? OrderRules.Amount(nameof(DebitAmount), DebitAmount)
        ?? OrderRules.Periods(Interval)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Send recurring remittances with a fixed receive amount": consent first, then this much arrives in every period.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="ReceiveAmount">What arrives in each period, in the smallest unit of the receiver's asset.</param>
/// <param name="Interval">The periods: ISO 8601 repeating interval, such as <c>R12/2026-12-01T00:00:00Z/P1M</c>.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this order.</param>
/// <param name="Metadata">A JSON object as text, put on each incoming and outgoing payment; null for none.</param>
/// <param name="MostDebit">
/// The most that a period may debit, in the smallest unit of the sender's asset: a dearer period is not paid. Null: no limit but the
/// consent's, which is on what arrives.
/// </param>
public sealed record RecurringFixedReceive(
    Uri Sender, Uri Receiver, Amount ReceiveAmount, string Interval, Uri FinishUri, string? Metadata = null, Amount? MostDebit = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from receiver in Wallets.ReadReceiver(Receiver)
        from _ in Wallets.ReceiverHolds(receiver, ReceiveAmount)
        from consent in Consents.Ask(sender, Limit.OfReceive(ReceiveAmount, Interval), FinishUri) // to what arrives: no quote is needed for it
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.CreateUntil(Preparation.Deadline(receiving), receiving, receiver, null, Metadata)
        from quoting in Grants.ForQuotes(sender)
        from totals in Plan.InEachWindow(Interval, (window, round) =>
            Preparation.IsGood(window, round, incoming.ExpiresAt)
                ? Pay(quoting, consent, sender, incoming)
                : from next in IncomingPayments.CreateUntil(Preparation.Deadline(window, round), receiving, receiver, null, Metadata)
                  from outcome in Pay(quoting, consent, sender, next)
                  select outcome)
        select Result.OfTotals(totals);

    private Plan<Outcome> Pay(Grant quoting, Consent consent, Wallet sender, Incoming incoming) =>
        from quote in Quotes.CreateForReceive(quoting, sender, incoming, ReceiveAmount)
        from within in Quotes.IsAtMost(quote, MostDebit)
        from outgoing in OutgoingPayments.Create(consent, sender, incoming, quote, Metadata)
        from outcome in Settlement.Follow(outgoing, incoming)
        select outcome;

    internal override string Flow => "recurring-fixed-receive";

    internal override Amount? Receives => ReceiveAmount;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver)
        ?? OrderRules.Amount(nameof(ReceiveAmount), ReceiveAmount)
        ?? OrderRules.Most(nameof(MostDebit), MostDebit)
        ?? OrderRules.Periods(Interval)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

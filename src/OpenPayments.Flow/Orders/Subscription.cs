using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Set up recurring payments with a fixed incoming amount": the payer agrees once, then the same amount arrives in every
/// period.
/// </summary>
/// <remarks>
/// The first period is paid with what was prepared for the consent, while it is good. Where the limit does not allow even that, nobody is
/// asked.
/// </remarks>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="IncomingAmount">What is to arrive in each period, in the smallest unit of the receiver's asset.</param>
/// <param name="Interval">The periods: ISO 8601 repeating interval, such as <c>R12/2026-12-01T00:00:00Z/P1M</c>.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this subscription.</param>
/// <param name="DebitLimit">
/// The most that a period may cost the payer; null: what the first quote says. Leave room where assets differ: rates move.
/// </param>
/// <param name="Metadata">A JSON object as text, put on each incoming and outgoing payment; null for none.</param>
public sealed record Subscription(
    Uri Sender, Uri Receiver, Amount IncomingAmount, string Interval, Uri FinishUri, Amount? DebitLimit = null, string? Metadata = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from receiver in Wallets.ReadReceiver(Receiver)
        from _ in Wallets.ReceiverHolds(receiver, IncomingAmount)
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, IncomingAmount, Metadata)
        from quoting in Grants.ForQuotes(sender)
        from quote in Quotes.Create(quoting, sender, incoming)
        let limit = Limit.OfDebit(DebitLimit ?? quote.Debit, Interval)
        from possible in Quotes.IsAtMost(quote, DebitLimit)
        from consent in Consents.Ask(sender, limit, FinishUri)
        from totals in Plan.InEachWindow(Interval, (window, round) =>
            Preparation.IsGood(window, round, quote.CertainUntil)
                ? Pay(consent, sender, incoming, quote)
                : from next in IncomingPayments.CreateUntil(Preparation.Deadline(window, round), receiving, receiver, IncomingAmount, Metadata)
                  from cost in Quotes.Create(quoting, sender, next)
                  from outcome in Pay(consent, sender, next, cost)
                  select outcome)
        select Result.OfTotals(totals);

    private Plan<Outcome> Pay(Consent consent, Wallet sender, Incoming incoming, PaymentQuote quote) =>
        from outgoing in OutgoingPayments.Create(consent, sender, incoming, quote, Metadata)
        from outcome in Settlement.Follow(outgoing, incoming)
        select outcome;

    internal override string Flow => "subscription";

    internal override Amount? Receives => IncomingAmount;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver)
        ?? OrderRules.Amount(nameof(IncomingAmount), IncomingAmount)
        ?? OrderRules.Most(nameof(DebitLimit), DebitLimit)
        ?? OrderRules.Periods(Interval)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

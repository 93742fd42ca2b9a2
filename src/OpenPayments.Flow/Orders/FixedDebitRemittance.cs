using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Send a remittance with a fixed debit amount": the payer pays this much, fees included, and what is left of it arrives.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="DebitAmount">What the payer pays, in the smallest unit of the sender's asset.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this payment.</param>
/// <param name="Metadata">A JSON object as text, put on the incoming and on the outgoing payment; null for none.</param>
public sealed record FixedDebitRemittance(Uri Sender, Uri Receiver, Amount DebitAmount, Uri FinishUri, string? Metadata = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from _ in Wallets.SenderHolds(sender, DebitAmount)
        from receiver in Wallets.ReadReceiver(Receiver)
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, null, Metadata) // open: the quote says what arrives
        from quoting in Grants.ForQuotes(sender)
        from outgoing in Plan.Again(round =>
            from quote in Quotes.CreateForDebit(quoting, sender, incoming, DebitAmount)
            from consent in Consents.ToPay(round, sender, Limit.OfDebit(DebitAmount), quote.CertainUntil, FinishUri)
            from payment in OutgoingPayments.Create(consent, sender, incoming, quote, Metadata)
            select payment)
        from outcome in Settlement.Follow(outgoing, incoming)
        select Result.Of(outcome);

    internal override string Flow => "fixed-debit-remittance";

    internal override Amount? Debits => DebitAmount;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver)
        ?? OrderRules.Amount(nameof(DebitAmount), DebitAmount)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

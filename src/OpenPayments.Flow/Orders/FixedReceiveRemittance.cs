using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>The guide "Send a remittance with a fixed receive amount": this much arrives, and the payer agrees to what it costs.</summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="ReceiveAmount">What arrives, in the smallest unit of the receiver's asset.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this payment.</param>
/// <param name="Metadata">A JSON object as text, put on the incoming and on the outgoing payment; null for none.</param>
/// <param name="MostDebit">
/// The most that may be debited, in the smallest unit of the sender's asset: a dearer quote ends the order before the payer is asked.
/// Null: what the payer agrees to.
/// </param>
public sealed record FixedReceiveRemittance(
    Uri Sender, Uri Receiver, Amount ReceiveAmount, Uri FinishUri, string? Metadata = null, Amount? MostDebit = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from receiver in Wallets.ReadReceiver(Receiver)
        from _ in Wallets.ReceiverHolds(receiver, ReceiveAmount)
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, null, Metadata) // open: the quote says what arrives
        from quoting in Grants.ForQuotes(sender)
        from outgoing in Plan.Again(round =>
            from quote in Quotes.CreateForReceive(quoting, sender, incoming, ReceiveAmount)
            from within in Quotes.IsAtMost(quote, MostDebit)
            from consent in Consents.ToPay(round, sender, Limit.OfReceive(ReceiveAmount), quote.CertainUntil, FinishUri)
            from payment in OutgoingPayments.Create(consent, sender, incoming, quote, Metadata)
            select payment)
        from outcome in Settlement.Follow(outgoing, incoming)
        select Result.Of(outcome);

    internal override string Flow => "fixed-receive-remittance";

    internal override Amount? Receives => ReceiveAmount;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver)
        ?? OrderRules.Amount(nameof(ReceiveAmount), ReceiveAmount)
        ?? OrderRules.Most(nameof(MostDebit), MostDebit)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

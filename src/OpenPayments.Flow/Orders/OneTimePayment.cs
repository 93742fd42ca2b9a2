using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Accept a one-time payment for an online purchase": this amount is to arrive, whatever it costs the payer, who agrees to
/// the cost.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="IncomingAmount">What is to arrive, in the smallest unit of the receiver's asset.</param>
/// <param name="FinishUri">
/// Where the sender's wallet returns the payer's browser: unique to this payment. Its own query is kept; <c>hash</c> and
/// <c>interact_ref</c>, or <c>result</c>, are added.
/// </param>
/// <param name="Metadata">A JSON object as text, put on the incoming and on the outgoing payment; null for none.</param>
/// <param name="MostDebit">
/// The most that may be debited, in the smallest unit of the sender's asset: a dearer quote ends the order before the payer is asked.
/// Null: what the payer agrees to.
/// </param>
public sealed record OneTimePayment(Uri Sender, Uri Receiver, Amount IncomingAmount, Uri FinishUri, string? Metadata = null, Amount? MostDebit = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)                                               // 1  Read both wallet addresses.
        from receiver in Wallets.ReadReceiver(Receiver)
        from _ in Wallets.ReceiverHolds(receiver, IncomingAmount)
        from receiving in Grants.ForIncomingPayments(receiver)                                  // 2  At the receiver's: a grant,
        from incoming in IncomingPayments.Create(receiving, receiver, IncomingAmount, Metadata) // 3  and the incoming payment.
        from quoting in Grants.ForQuotes(sender)                                                // 4  At the sender's: a grant to quote.
        from outgoing in Plan.Again(round =>
            from quote in Quotes.Create(quoting, sender, incoming)                              // 5  The quote.
            from within in Quotes.IsAtMost(quote, MostDebit)
            let limit = Limit.OfDebit(quote.Debit)
            from consent in Consents.ToPay(round, sender, limit, quote.CertainUntil, FinishUri) // 6, 7, 8  The payer agrees to the cost.
            from payment in OutgoingPayments.Create(consent, sender, incoming, quote, Metadata) // 9  The outgoing payment, once.
            select payment)
        from outcome in Settlement.Follow(outgoing, incoming)                                   // 10 Follow it until the money has arrived.
        select Result.Of(outcome);

    internal override string Flow => "one-time-payment";

    internal override Amount? Receives => IncomingAmount;

    internal override OrderError? Check() => OrderRules.Parties(Sender, Receiver)
        ?? OrderRules.Amount(nameof(IncomingAmount), IncomingAmount)
        ?? OrderRules.Most(nameof(MostDebit), MostDebit)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

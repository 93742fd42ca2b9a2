using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// The guide "Split an incoming payment": one payer, several payees, one consent for the sum of what the quotes debit. All are sent
/// before the first is waited for, and what goes wrong with one leaves the others alone.
/// </summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Shares">Who is to get how much: two or more, each another wallet address.</param>
/// <param name="FinishUri">Where the sender's wallet returns the payer's browser: unique to this payment.</param>
/// <param name="Metadata">A JSON object as text, put on each incoming and outgoing payment; null for none.</param>
/// <param name="MostDebit">
/// The most that all together may debit, in the smallest unit of the sender's asset: dearer quotes end the order before the payer is
/// asked. Null: what the payer agrees to.
/// </param>
public sealed record SplitPayment(Uri Sender, ValueList<Share> Shares, Uri FinishUri, string? Metadata = null, Amount? MostDebit = null) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from sender in Wallets.ReadSender(Sender)
        from receivers in Plan.Each(Shares, share =>
            from receiver in Wallets.ReadReceiver(share.Receiver)
            from _ in Wallets.ReceiverHolds(receiver, share.IncomingAmount)
            select (receiver, share.IncomingAmount))
        from incomings in Plan.Each(receivers, to =>
            from receiving in Grants.ForIncomingPayments(to.receiver)
            from incoming in IncomingPayments.Create(receiving, to.receiver, to.IncomingAmount, Metadata)
            select incoming)
        from quoting in Grants.ForQuotes(sender)
        from agreed in Plan.Again(round => // one consent for the sum
            from quotes in Plan.Each(incomings, incoming => Quotes.Create(quoting, sender, incoming))
            from total in Total(quotes)
            from consent in Consents.ToPay(round, sender, total, quotes.Min(quote => quote.CertainUntil), FinishUri)
            select (consent, quotes))
        from sent in Plan.Each(incomings.Zip(agreed.quotes, (incoming, quote) => (incoming, quote)), due =>
            Plan.Attempt(due.incoming.Id.OriginalString, Pay(quoting, agreed.consent, sender, due.incoming, due.quote)))
        from outcomes in Plan.Each(incomings.Zip(sent, (incoming, outgoing) => (incoming, outgoing)), due =>
            due.outgoing.Match(outgoing => Settlement.Follow(outgoing, due.incoming), Plan.Return))
        select Result.OfAll(outcomes);

    /// <summary>
    /// A share is paid at its own quote; where that ran out, at a new one: for no more than its part of the consent, or with a consent of
    /// its own.
    /// </summary>
    private Plan<Outgoing> Pay(Grant quoting, Consent consent, Wallet sender, Incoming incoming, PaymentQuote first) => Plan.Again(round =>
        from quote in round.Number == 1 ? Plan.Return(first) : Quotes.Create(quoting, sender, incoming)
        from within in Quotes.IsAtMost(quote, round.Number > 1 && MostDebit is not null ? first.Debit : null)
        from part in round.Number == 1
            ? Plan.Return(consent with { Limit = Limit.OfDebit(first.Debit) })
            : Consents.ToPay(round, sender, Limit.OfDebit(quote.Debit), quote.CertainUntil, FinishUri)
        from outgoing in OutgoingPayments.Create(part, sender, incoming, quote, Metadata)
        select outgoing);

    private Plan<Limit> Total(ValueList<PaymentQuote> quotes) => Money.Of(quotes[0].Debit)
        .Bind(first => Money.Sum(first.Asset, quotes.Select(quote => new Money(quote.Debit.Value, first.Asset))))
        .Match(
            Right: sum => Plan.Then(Quotes.IsAtMost(quotes[0] with { Debit = sum.ToAmount() }, MostDebit), _ => Plan.Return(Limit.OfDebit(sum.ToAmount()))),
            Left: error => Plan.Stop<Limit>(new Reason(
                Reason.Codes.AmountTooLarge, "quote", error.Why, "Nothing was paid. Pay less, or in several payments.", Fault.Order)));

    internal override string Flow => "split-payment";

    internal override OrderError? Check() => OrderRules.Wallet(nameof(Sender), Sender)
        ?? OrderRules.Split(Sender, Shares)
        ?? OrderRules.Most(nameof(MostDebit), MostDebit)
        ?? OrderRules.Finish(FinishUri)
        ?? OrderRules.Object(Metadata);
}

/// <summary>One payee's part of a split payment.</summary>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="IncomingAmount">What is to arrive, in the smallest unit of that receiver's asset.</param>
public sealed record Share(Uri Receiver, Amount IncomingAmount);

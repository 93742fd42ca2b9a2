using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing.Tests.Docs;

/// <summary>A plan of a team's own, with a bug planted in it.</summary>
public static class Rent
{
    private static readonly Amount ForTheFlat = new() { Value = 1000, AssetCode = "USD", AssetScale = 2 };

    private static readonly Amount MostDebit = new() { Value = 30_000, AssetCode = "EUR", AssetScale = 3 };

    private static readonly Uri Finish = new("https://rent.example/finish/17");

    public static Plan<Result> PaidTwice(Uri tenant, Uri landlord) => Plan.Named("rent",
        from sender in Wallets.ReadSender(tenant)
        from receiver in Wallets.ReadReceiver(landlord)
        from consent in Consents.Ask(sender, Limit.OfDebit(MostDebit), Finish)
        from first in Plan.Attempt("first try", Pay(consent, sender, receiver))
        from outcome in first.Known is Outcome.Paid paid
            ? Plan.Return<Outcome>(paid)
            : Pay(consent, sender, receiver) // it did not work: once more
        select Result.Of(outcome));

    public static Plan<Result> PaidOnce(Uri tenant, Uri landlord) => Plan.Named("rent",
        from sender in Wallets.ReadSender(tenant)
        from receiver in Wallets.ReadReceiver(landlord)
        from consent in Consents.Ask(sender, Limit.OfDebit(MostDebit), Finish)
        from first in Plan.Attempt("first try", Pay(consent, sender, receiver))
        from outcome in (first.Known ?? first.Otherwise) is Outcome.Unpaid
            ? Pay(consent, sender, receiver) // it is certain that nothing was paid: once more
            : Plan.Return((first.Known ?? first.Otherwise)!)
        select Result.Of(outcome));

    private static Plan<Outcome> Pay(Consent consent, Wallet sender, Wallet receiver) =>
        from receiving in Grants.ForIncomingPayments(receiver)
        from incoming in IncomingPayments.Create(receiving, receiver, ForTheFlat, null)
        from quoting in Grants.ForQuotes(sender)
        from quote in Quotes.Create(quoting, sender, incoming)
        from outgoing in OutgoingPayments.Create(consent, sender, incoming, quote, null)
        from outcome in Settlement.Follow(outgoing, incoming)
        select outcome;
}

using OpenPayments.Generated;
using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Money;
using OpenPayments.Sandbox.Payments;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Consent;

/// <summary>What the account's owner has to know before answering, as texts.</summary>
internal sealed record ConsentRequest(string Provider, string Client, string Owner, string Question, IReadOnlyList<(string Term, string Value)> Facts)
{
    public static ConsentRequest Of(Grant grant, Provider provider)
        => grant.Outgoing is { } outgoing && provider.Wallets.ByUrl(outgoing.Identifier) is { } account
            ? new(provider.Name, grant.Client.Name, account.PublicName, "Allow this payment?", [.. Payment(grant, outgoing.Limits, account, provider)])
            : new(provider.Name, grant.Client.Name, Subject(grant, provider), "Confirm that this wallet address is yours?", [("Wallet address", grant.Subject?.SubIds[0].Id ?? "")]);

    private static IEnumerable<(string, string)> Payment(Grant grant, LimitsOutgoing? limits, Account account, Provider provider)
    {
        yield return ("From", $"{account.PublicName} ({account.WalletAddress.Authority}{account.WalletAddress.AbsolutePath})");
        var quote = Quoted(grant, limits, account, provider);
        if (Receiver(limits, quote, provider) is { } payee) yield return ("To", $"{payee.PublicName} ({payee.WalletAddress.Authority}{payee.WalletAddress.AbsolutePath})");
        if (quote is not null)
        {
            yield return ("Arrives", quote.Receiver.Account.Asset.Print(quote.Price.Receive));
            yield return ("Fees, included below", account.Asset.Print(quote.Price.Fee));
        }
        yield return limits switch
        {
            LimitsOutgoing.WithDebitAmount most => ("At most from your account", account.Asset.Print(most.DebitAmount.Value)),
            LimitsOutgoing.WithReceiveAmount most => ("At most arriving", new Asset(most.ReceiveAmount.AssetCode, most.ReceiveAmount.AssetScale).Print(most.ReceiveAmount.Value) + ", fees not included"),
            _ => ("At most", "no limit"),
        };
        if (limits?.Interval is { } interval) yield return ("In each period", interval);
        yield return ("In your account now", account.Asset.Print(provider.Books.Balance(account.Name, account.Asset)));
    }

    /// <summary>A grant does not name its quote; the client's latest quote for exactly this amount tells the owner what it is about.</summary>
    private static HeldQuote? Quoted(Grant grant, LimitsOutgoing? limits, Account account, Provider provider)
        => limits is LimitsOutgoing.WithDebitAmount { DebitAmount.Value: var most }
            ? provider.Quotes.Values.Where(q => q.Account == account && q.Client == grant.Client.Identity && q.Price.Debit == most).MaxBy(q => q.CreatedAt)
            : null;

    private static Account? Receiver(LimitsOutgoing? limits, HeldQuote? quote, Provider provider)
        => limits?.Receiver is { } url ? provider.World.FindIncomingPayment(url)?.Account : quote?.Receiver.Account;

    private static string Subject(Grant grant, Provider provider)
        => grant.Subject is { SubIds: [var id, ..] } && Uri.TryCreate(id.Id, UriKind.Absolute, out var url) ? provider.Wallets.ByUrl(url)?.PublicName ?? "" : "";
}

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
    {
        var account = Owning(grant, provider);
        var question = grant.Outgoing is null ? "Confirm that this wallet address is yours?" : grant.Outgoing.Limits?.Interval is null ? "Allow this payment?" : "Allow these payments?";
        return new(provider.Name, grant.Client.Name, account.PublicName, question, [.. Identity(grant, account), .. Payment(grant, account, provider)]);
    }

    /// <summary>The rules for grants have seen to it that there is one, and one only.</summary>
    private static Account Owning(Grant grant, Provider provider)
        => provider.Wallets.ByUrl(grant.Outgoing?.Identifier ?? new Uri(grant.Subject!.SubIds[0].Id))!;

    private static IEnumerable<(string, string)> Identity(Grant grant, Account account)
    {
        if (grant.Subject is null) yield break;
        yield return ("Your wallet address", Readable(account));
        yield return ($"{grant.Client.Name} learns", "that this wallet address is yours");
        if (grant.Outgoing is null) yield return ("Your money", "is not touched: nothing can be paid with this");
    }

    private static IEnumerable<(string, string)> Payment(Grant grant, Account account, Provider provider)
    {
        if (grant.Outgoing is not { Limits: var limits }) yield break;
        yield return ("From", Readable(account));
        var quote = Quoted(grant, limits, account, provider);
        if (Receiver(limits, quote, provider) is { } payee) yield return ("To", Readable(payee));
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
        if (limits?.Interval is { } interval) yield return ("So much again in each period", Interval.Words(interval));
        yield return ("In your account now", account.Asset.Print(provider.Books.Balance(account.Name, account.Asset)));
    }

    private static string Readable(Account account) => $"{account.PublicName} ({account.WalletAddress.Authority}{account.WalletAddress.AbsolutePath})";

    /// <summary>A grant does not name its quote; the client's latest quote for exactly this amount tells the owner what it is about.</summary>
    private static HeldQuote? Quoted(Grant grant, LimitsOutgoing? limits, Account account, Provider provider)
        => limits is LimitsOutgoing.WithDebitAmount { DebitAmount.Value: var most }
            ? provider.Quotes.Values.Where(q => q.Account == account && q.Client == grant.Client.Identity && q.Price.Debit == most).MaxBy(q => q.CreatedAt)
            : null;

    private static Account? Receiver(LimitsOutgoing? limits, HeldQuote? quote, Provider provider)
        => limits?.Receiver is { } url ? provider.World.FindIncomingPayment(url)?.Account : quote?.Receiver.Account;
}

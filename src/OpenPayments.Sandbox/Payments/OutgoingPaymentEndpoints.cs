using System.Text.Json;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Http;
using OpenPayments.Sandbox.Wallets;

namespace OpenPayments.Sandbox.Payments;

/// <summary>Outgoing payments at the resource server: create, list, get, and what a grant has spent.</summary>
internal static class OutgoingPaymentEndpoints
{
    private const string Collection = "/outgoing-payments";

    public static void MapOutgoingPayments(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.Post(provider, Collection, (call, _) => Create(call, call.Read<CreateOutgoingPaymentRequest>()));
        routes.Get(provider, Collection, List);
        routes.Get(provider, Collection + "/{id}", (call, http) => Get(call, (string)http.GetRouteValue("id")!));
        routes.Get(provider, "/outgoing-payment-grant", (call, _) => Spent(call));
    }

    private static IResult Create(ResourceCall call, CreateOutgoingPaymentRequest asked)
    {
        call.RequireOutgoing(AccessOutgoingAction.Create, all: null, asked.WalletAddress);
        var account = call.Provider.Wallets.ByUrl(asked.WalletAddress) ?? throw Refused.Resource(400, "unknown wallet address");
        var payment = asked.Match(byQuote => FromQuote(call, byQuote, account), byReceiver => FromReceiver(call, byReceiver, account));
        if (GrantLimits.Spent(call.Grant, payment.CreatedAt) is not { } spent || !GrantLimits.Allow(call.Grant, spent, payment)) throw Refused.Resource(403, "unauthorized");
        call.Provider.OutgoingPayments.Add(payment.Id, payment);
        call.Grant.Payments.Add(payment);
        call.Provider.World.Settle(payment);
        return Answer.Created(payment.ShowNew(spent));
    }

    /// <summary>
    /// At most one payment comes of a quote, whoever asks and however often: it takes the quote's id. Used, expired, someone else's or to a
    /// receiver that takes no more money: the refusal is the same.
    /// </summary>
    private static HeldOutgoingPayment FromQuote(ResourceCall call, CreateOutgoingPaymentRequest.WithQuoteId asked, Account account)
    {
        var (provider, now) = (call.Provider, call.Provider.World.Now);
        if (!Guid.TryParse(asked.QuoteId.OriginalString.Split('/')[^1], out var id) || provider.Quotes.GetValueOrDefault(id) is not { } quote || !UrlIdentity.Same(quote.Url, asked.QuoteId)
            || quote.Account != account || quote.ExpiresAt <= now || !quote.Receiver.TakesMoney(now) || provider.OutgoingPayments.ContainsKey(id))
            throw Refused.Resource(400, "invalid quote");
        return Pay(call, quote, asked.Metadata);
    }

    /// <summary>The provider makes the quote itself. So nothing protects this way against a second payment: the same request twice pays twice.</summary>
    private static HeldOutgoingPayment FromReceiver(ResourceCall call, CreateOutgoingPaymentRequest.WithIncomingPayment asked, Account account)
    {
        var now = call.Provider.World.Now;
        if (call.Provider.World.FindIncomingPayment(asked.IncomingPayment) is not { } receiver || !receiver.TakesMoney(now)) throw Refused.Resource(400, "invalid receiver");
        var quote = HeldQuote.New(account, receiver, Quoting.ForDebit(asked.DebitAmount, account, receiver), call.Client, now);
        call.Provider.Quotes.Add(quote.Id, quote);
        return Pay(call, quote, asked.Metadata);
    }

    private static HeldOutgoingPayment Pay(ResourceCall call, HeldQuote quote, IReadOnlyDictionary<string, JsonElement>? metadata)
        => new(quote.Id, quote.Account, quote.Receiver, quote.Price, call.Grant, metadata, call.Provider.World.Now);

    private static IResult List(ResourceCall call, HttpContext http)
    {
        var account = call.ListedAccount(http);
        var all = call.RequireOutgoing(AccessOutgoingAction.List, AccessOutgoingAction.ListAll, account.WalletAddress);
        var (info, page) = Paging.Page(http, call.Provider.OutgoingPayments.Values.Where(p => p.Account == account && (all || Own(call, p))), p => p.Id);
        return Answer.Ok(new ListOutgoingPaymentsResponse { Pagination = info, Result = [.. page.Select(p => p.Show())] });
    }

    private static IResult Get(ResourceCall call, string id)
    {
        if (!Guid.TryParse(id, out var guid) || call.Provider.OutgoingPayments.GetValueOrDefault(guid) is not { } payment) throw Refused.Unauthorized();
        var all = call.RequireOutgoing(AccessOutgoingAction.Read, AccessOutgoingAction.ReadAll, payment.Account.WalletAddress);
        return all || Own(call, payment) ? Answer.Ok(payment.Show()) : throw Refused.Resource(403, "Insufficient Grant");
    }

    private static IResult Spent(ResourceCall call)
    {
        if (call.Grant.Outgoing is null) throw Refused.Resource(403, "Insufficient Grant");
        // the amounts' assets are those of the latest payment; before the first, and outside every window, there is nothing to tell
        return GrantLimits.Spent(call.Grant, call.Provider.World.Now) is { } spent && call.Grant.Payments is [.., var latest]
            ? Answer.Ok(new GetOutgoingPaymentGrantResponse
            {
                SpentDebitAmount = latest.Account.Asset.OfAtMost(spent.Debit),
                SpentReceiveAmount = latest.Receiver.Account.Asset.OfAtMost(spent.Receive),
            })
            : Answer.Ok(new GetOutgoingPaymentGrantResponse { SpentDebitAmount = null, SpentReceiveAmount = null });
    }

    private static bool Own(ResourceCall call, HeldOutgoingPayment payment) => payment.Grant.Client.Identity == call.Client;
}

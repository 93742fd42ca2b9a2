using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Payments;

/// <summary>Quotes at the resource server: create, get.</summary>
internal static class QuoteEndpoints
{
    public static void MapQuotes(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.Post(provider, "/quotes", (call, _) => Create(call, call.Read<CreateQuoteRequest>()));
        routes.Get(provider, "/quotes/{id}", (call, http) => Get(call, (string)http.GetRouteValue("id")!));
    }

    private static IResult Create(ResourceCall call, CreateQuoteRequest asked)
    {
        call.RequireQuote(AccessQuoteAction.Create, all: null);
        var (provider, now) = (call.Provider, call.Provider.World.Now);
        var account = provider.Wallets.ByUrl(asked.WalletAddress) ?? throw Refused.Resource(400, "unknown wallet address");
        if (provider.World.FindIncomingPayment(asked.Receiver) is not { } receiver || !receiver.TakesMoney(now)) throw Refused.Resource(400, "invalid receiver");
        var price = asked.Match(
            plain => Quoting.ForReceive(receiver.Remaining ?? throw Refused.Resource(400, "invalid receiver"), account, receiver),
            fixedReceive => Quoting.ForReceive(receiver.Account.Asset.Fits(fixedReceive.ReceiveAmount) ? fixedReceive.ReceiveAmount.Value : throw Refused.Resource(400, "invalid amount"), account, receiver),
            fixedDebit => Quoting.ForDebit(fixedDebit.DebitAmount, account, receiver));
        var quote = HeldQuote.New(account, receiver, price, call.Client, now);
        provider.Quotes.Add(quote.Id, quote);
        return Answer.Created(quote.Show());
    }

    private static IResult Get(ResourceCall call, string id)
    {
        if (!Guid.TryParse(id, out var guid) || call.Provider.Quotes.GetValueOrDefault(guid) is not { } quote) throw Refused.Unauthorized();
        var all = call.RequireQuote(AccessQuoteAction.Read, AccessQuoteAction.ReadAll);
        return all || quote.Client == call.Client ? Answer.Ok(quote.Show()) : throw Refused.Resource(403, "Insufficient Grant");
    }
}

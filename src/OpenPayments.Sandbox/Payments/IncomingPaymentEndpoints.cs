using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Payments;

/// <summary>Incoming payments at the resource server: create, list, get (also without a token), complete.</summary>
internal static class IncomingPaymentEndpoints
{
    private const string Collection = "/incoming-payments";

    public static void MapIncomingPayments(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.Post(provider, Collection, (call, _) => Create(call, call.Read<CreateIncomingPaymentRequest>()));
        routes.Get(provider, Collection, List);
        routes.MapGet(provider.ResourcePath(Collection + "/{id}"), async (string id, HttpContext http) =>
        {
            var request = await SignedRequest.ReadAsync(http);
            return provider.World.Do(() => request.Token is null ? GetPublic(provider, id) : Get(ResourceCall.Admit(request, provider), id));
        });
        routes.Post(provider, Collection + "/{id}/complete", (call, http) => Complete(call, (string)http.GetRouteValue("id")!));
    }

    private static IResult Create(ResourceCall call, CreateIncomingPaymentRequest asked)
    {
        call.RequireIncoming(AccessIncomingAction.Create, all: null, asked.WalletAddress);
        var account = call.Provider.Wallets.ByUrl(asked.WalletAddress) ?? throw Refused.Resource(400, "unknown wallet address");
        if (asked.IncomingAmount is { } amount && (!account.Asset.Fits(amount) || amount.Value == 0)) throw Refused.Resource(400, "invalid amount");
        var (now, latest) = (call.Provider.World.Now, call.Provider.World.Now + HeldIncomingPayment.LongestLifetime);
        var expiresAt = asked.ExpiresAt ?? latest;
        if (expiresAt <= now || expiresAt > latest) throw Refused.Resource(400, "invalid expiry");
        var payment = new HeldIncomingPayment(Guid.NewGuid(), account, asked.IncomingAmount?.Value, call.Client, asked.Metadata, now, expiresAt);
        call.Provider.IncomingPayments.Add(payment);
        return Answer.Created(payment.ShowWithMethods());
    }

    private static IResult List(ResourceCall call, HttpContext http)
    {
        var account = call.ListedAccount(http);
        var all = call.RequireIncoming(AccessIncomingAction.List, AccessIncomingAction.ListAll, account.WalletAddress);
        var (info, page) = Paging.Page(http, call.Provider.IncomingPayments.All.Where(p => p.Account == account && (all || p.Client == call.Client)), p => p.Id);
        return Answer.Ok(new ListIncomingPaymentsResponse { Pagination = info, Result = [.. page.Select(p => p.Show())] });
    }

    private static IResult Get(ResourceCall call, string id)
    {
        var payment = call.Provider.IncomingPayments.Find(id) ?? throw Refused.Unauthorized();
        var all = call.RequireIncoming(AccessIncomingAction.Read, AccessIncomingAction.ReadAll, payment.Account.WalletAddress);
        return all || payment.Client == call.Client ? Answer.Ok<IncomingPaymentView>(payment.ShowWithMethods()) : throw Refused.Resource(403, "Insufficient Grant");
    }

    private static IResult GetPublic(Provider provider, string id)
        => provider.IncomingPayments.Find(id) is { } payment ? Answer.Ok<IncomingPaymentView>(payment.ShowPublic()) : throw Refused.Unauthorized();

    private static IResult Complete(ResourceCall call, string id)
    {
        var payment = call.Provider.IncomingPayments.Find(id) ?? throw Refused.Unauthorized();
        call.RequireIncoming(AccessIncomingAction.Complete, all: null, payment.Account.WalletAddress);
        if (payment.Client != call.Client) throw Refused.Resource(403, "Insufficient Grant");
        if (!payment.TakesMoney(call.Provider.World.Now)) throw Refused.Resource(409, "wrong state");
        payment.Completed = true;
        return Answer.Ok(payment.Show());
    }
}

using OpenPayments.Generated;
using OpenPayments.Sandbox.Consent;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Asking for a grant (RFC 9635 section 2).</summary>
internal static class GrantEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder routes, Provider provider, ClientDirectory clients)
        => routes.MapPost($"/auth/{provider.Tenant}", async (HttpContext http) =>
        {
            var request = await SignedRequest.ReadAsync(http);
            var asked = StrictJson.Read<GrantRequest>(request, (status, why) => new RefusedException(status, ErrorResponse.Codes.InvalidRequest, why));
            var (access, subject, interact) = asked.Match(
                a => (a.AccessToken.Access, a.Subject, a.Interact),
                s => (s.AccessToken?.Access ?? [], (Subject?)s.Subject, (InteractRequest?)s.Interact));
            var interactive = AccessRules.NeedInteraction(access, subject);
            var client = await IdentifyAsync(asked.Client, request, interactive, clients, provider.World.SigningNow, http.RequestAborted);
            return provider.World.Do(() =>
            {
                AccessRules.Check(access, subject, provider);
                return interactive ? Ask(provider, client, access, subject, interact) : Give(provider, client, access);
            });
        });

    private static IResult Give(Provider provider, Client client, IReadOnlyList<AccessItem> access)
    {
        var grant = new Grant(client, access, subject: null, interaction: null, provider.World.Now);
        provider.Grants.Add(grant);
        var token = provider.Grants.Issue(grant, provider.World.Now);
        return Answer.Ok<GrantResponse>(new GrantResponse.Granted { AccessToken = provider.Show(token), Continue = provider.Continue(grant, wait: null) });
    }

    private static IResult Ask(Provider provider, Client client, IReadOnlyList<AccessItem> access, Subject? subject, InteractRequest? interact)
    {
        if (interact is null || !interact.Start.Contains(InteractRequestStart.Redirect))
            throw Refused.InvalidRequest("this access needs the account owner's consent: interact.start must hold \"redirect\"");
        if (interact.Finish is { Uri: var uri } && !(uri.IsAbsoluteUri && uri.Scheme is "http" or "https"))
            throw Refused.InvalidRequest("interact.finish.uri must be an absolute http or https URL");
        var interaction = new Interaction(interact.Finish, provider.World.Now);
        var grant = new Grant(client, access, subject, interaction, provider.World.Now);
        provider.Grants.Add(grant);
        return Answer.Ok<GrantResponse>(new GrantResponse.InteractionRequired
        {
            Interact = new InteractResponse { Redirect = provider.At(interaction.Path), Finish = new Secret(interaction.FinishNonce) },
            Continue = provider.Continue(grant, Grant.Wait),
        });
    }

    private static Task<Client> IdentifyAsync(
        ClientInstance client, SignedRequest request, bool interactive, ClientDirectory clients, DateTimeOffset now, CancellationToken ct)
    {
        return client.Match(byUri => ByWalletAddressAsync(byUri.Value), with => ByWalletAddressAsync(with.WalletAddress), with => Task.FromResult(ByKey(with.Jwk)));

        async Task<Client> ByWalletAddressAsync(Uri walletAddress)
        {
            // a key uploaded a moment ago must work at once, so only a fresh look may refuse
            var key = Find(clients.RecentKeys(walletAddress) ?? []) ?? SigningKeyOf(await clients.FetchKeysAsync(walletAddress, ct));
            return new Client(walletAddress, interactive ? await clients.NameAsync(walletAddress, ct) : walletAddress.AbsoluteUri, key);
        }

        Client ByKey(JsonWebKey key) => interactive
            ? throw Refused.InvalidClient("directed identity is for grants without interaction: name the client's wallet address", 400)
            : new Client(null, "a client known by its key", SigningKeyOf([key]));

        JsonWebKey SigningKeyOf(IReadOnlyList<JsonWebKey> keys)
            => Find(keys) ?? throw Refused.InvalidClient(SignatureCheck.Refuse(request, keys, now) ?? "the client has no key");

        JsonWebKey? Find(IReadOnlyList<JsonWebKey> keys) => keys.FirstOrDefault(key => SignatureCheck.Refuse(request, [key], now) is null);
    }
}

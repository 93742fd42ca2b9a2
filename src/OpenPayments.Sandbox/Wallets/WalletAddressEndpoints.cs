using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Wallets;

/// <summary>The wallet address server: everything here is public and unsigned.</summary>
internal static class WalletAddressEndpoints
{
    public static void MapWalletAddresses(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.MapGet("/accounts/{name}", (string name) => Find(provider, name) is { } account ? Answer.Ok(Describe(account)) : Results.NotFound());

        routes.MapGet("/accounts/{name}/jwks.json", (string name) => provider.World.Do(() =>
            provider.Wallets.ByName(name) is null ? Results.NotFound() : Answer.Ok(new JsonWebKeySet { Keys = provider.Wallets.KeysOf(name) })));

        // the documents declare the operation and a 500 for a server that has none to give; so does the reference server
        routes.MapGet("/accounts/{name}/did.json", (string name) =>
            Find(provider, name) is null ? Results.NotFound() : Results.StatusCode(StatusCodes.Status500InternalServerError));
    }

    private static Account? Find(Provider provider, string name) => provider.World.Do(() => provider.Wallets.ByName(name));

    private static WalletAddress Describe(Account account) => new()
    {
        Id = account.WalletAddress,
        PublicName = account.PublicName,
        AssetCode = account.Asset.Code,
        AssetScale = account.Asset.Scale,
        AuthServer = account.Provider.AuthServer,
        ResourceServer = account.Provider.ResourceServer,
    };
}

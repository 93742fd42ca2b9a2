using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Control;

/// <summary>
/// <c>POST /sandbox/accounts/{name}/deposit</c> and <c>/withdraw</c> with <c>{"value": "1000"}</c> move money between an account and the
/// world outside, so that an account can run dry and fill up again. They answer what it then holds.
/// </summary>
internal static class CashEndpoint
{
    public static void MapCash(this IEndpointRouteBuilder routes, Provider provider)
    {
        Map("deposit", (name, value) => provider.Books.Deposit(name, provider.Wallets.ByName(name)!.Asset, value));
        Map("withdraw", (name, value) => provider.Books.Withdraw(name, provider.Wallets.ByName(name)!.Asset, value));

        void Map(string what, Func<string, ulong, bool> move) => routes.MapPost($"/sandbox/accounts/{{name}}/{what}", async (string name, HttpContext http) =>
        {
            var asked = StrictJson.Read(await SignedRequest.ReadAsync(http), SandboxJson.Default.Cash, Refused.Resource);
            return provider.World.Do(() =>
            {
                if (provider.Wallets.ByName(name) is not { } account) throw Refused.Resource(404, "there is no such account here");
                if (!move(name, asked.Value)) throw Refused.Resource(409, "the account does not hold that much");
                return Results.Json(new AccountHolds($"{provider.Books.Balance(name, account.Asset)}"), SandboxJson.Default.AccountHolds);
            });
        });
    }
}

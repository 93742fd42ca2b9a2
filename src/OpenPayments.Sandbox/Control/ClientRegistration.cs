using System.Text.RegularExpressions;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Control;

/// <summary>
/// What a developer does once at a real provider's web site: upload the public key of a client. <c>POST /sandbox/clients</c> with
/// <c>{"name", "jwk"}</c> answers 201 with the client's wallet address. Not part of Open Payments, and unsigned: the sandbox trusts its machine.
/// </summary>
internal static partial class ClientRegistration
{
    public static void MapClientRegistration(this IEndpointRouteBuilder routes, Provider provider)
        => routes.MapPost("/sandbox/clients", async (HttpContext http) =>
        {
            var asked = StrictJson.Read(await SignedRequest.ReadAsync(http), SandboxJson.Default.NewClient, Refused.Resource);
            if (!Name().IsMatch(asked.Name)) throw Refused.Resource(400, "name must be 1 to 40 lower-case letters, digits and hyphens");
            var key = StrictJson.Read<JsonWebKey>(asked.Jwk, Refused.Resource);
            var account = provider.World.Do(() => provider.Wallets.Register(asked.Name, asked.Name, key));
            return Results.Json(new RegisteredClient(account.WalletAddress), SandboxJson.Default.RegisteredClient, statusCode: 201);
        });

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex Name();
}

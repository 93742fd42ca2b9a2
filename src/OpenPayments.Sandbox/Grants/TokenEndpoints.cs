using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Token management (RFC 9635 section 6). An expired token can still be rotated: that is what rotation is for.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.MapPost("/token/{id}", async (string id, HttpContext http) =>
        {
            var request = await SignedRequest.ReadAsync(http);
            return provider.World.Do(() =>
            {
                var token = Find(provider, id, request) ?? throw Refused.InvalidRotation("no such token: it may have been rotated or revoked");
                return Answer.Ok(new RotateTokenResponse { AccessToken = provider.Show(provider.Grants.Issue(token.Grant, provider.World.Now)) });
            });
        });

        routes.MapDelete("/token/{id}", async (string id, HttpContext http) =>
        {
            var request = await SignedRequest.ReadAsync(http);
            return provider.World.Do(() =>
            {
                var token = Find(provider, id, request) ?? throw Refused.InvalidClient("no such token: it may have been rotated or revoked");
                provider.Grants.Revoke(token.Grant);
                return Results.NoContent();
            });
        });
    }

    private static IssuedToken? Find(Provider provider, string id, SignedRequest request)
    {
        if (request.Token is null) throw Refused.InvalidClient("the token is missing: Authorization: GNAP <token>");
        if (provider.Grants.FindManaged(id) is not { } token || !Secrets.Same(request.Token, token.Value)) return null;
        if (SignatureCheck.Refuse(request, [token.Grant.Client.Key], provider.World.SigningNow) is { } why) throw Refused.InvalidClient(why);
        return token;
    }
}

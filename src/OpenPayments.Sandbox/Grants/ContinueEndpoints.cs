using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Continuing and giving up a grant (RFC 9635 section 5).</summary>
internal static class ContinueEndpoints
{
    public static void MapContinuations(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.MapPost("/continue/{id}", async (string id, HttpContext http) =>
        {
            var request = await SignedRequest.ReadAsync(http);
            var body = request.Body.IsEmpty ? new ContinueGrantRequest()
                : StrictJson.Read<ContinueGrantRequest>(request, (status, why) => new RefusedException(status, ErrorResponse.Codes.InvalidRequest, why));
            return provider.World.Do(() =>
            {
                var grant = Find(provider, id, request);
                return Answer.Ok(body.InteractRef is { } reference ? Finish(provider, grant, reference.Reveal()) : Poll(provider, grant));
            });
        });

        routes.MapDelete("/continue/{id}", async (string id, HttpContext http) =>
        {
            var request = await SignedRequest.ReadAsync(http);
            return provider.World.Do(() =>
            {
                var grant = Find(provider, id, request);
                provider.Grants.Revoke(grant);
                grant.State = GrantState.Cancelled;
                return Results.NoContent();
            });
        });
    }

    private static Grant Find(Provider provider, string id, SignedRequest request)
    {
        if (request.Token is null) throw Refused.InvalidClient("the continuation token is missing: Authorization: GNAP <token>");
        var grant = provider.Grants.Find(id);
        if (grant is null || !Secrets.Same(request.Token, grant.ContinueToken) || grant.State is GrantState.Cancelled)
            throw Refused.InvalidContinuation("no grant goes on here with this token");
        if (SignatureCheck.Refuse(request, [grant.Client.Key], provider.World.SigningNow) is { } why) throw Refused.InvalidClient(why);
        return grant;
    }

    /// <summary>The client comes back with the payer and shows the reference that only their browser can have brought.</summary>
    private static ContinueGrantResponse Finish(Provider provider, Grant grant, string reference)
    {
        if (grant.State is GrantState.Granted) throw Refused.RequestDenied("the grant has been continued before");
        if (grant.Interaction is not { } interaction || !Secrets.Same(reference, interaction.Reference)) throw Refused.InvalidContinuation("interact_ref is not of this grant");
        RefuseHaste(provider, grant);
        return grant.State is GrantState.Approved ? Release(provider, grant) : throw Refused.RequestDenied("grant interaction not approved");
    }

    /// <summary>The client asks whether the payer has decided: only when it has no other way to learn of it.</summary>
    private static ContinueGrantResponse Poll(Provider provider, Grant grant)
    {
        if (grant.State is GrantState.Granted or GrantState.Denied) throw Refused.RequestDenied("the grant cannot be continued");
        if (grant.Interaction?.Finish is not null) throw Refused.RequestDenied("this grant is continued with the interact_ref that its finish brings");
        RefuseHaste(provider, grant);
        if (grant.State is GrantState.Approved) return Release(provider, grant);
        if (grant.Interaction!.ExpiredAt(provider.World.Now)) throw Refused.RequestDenied("the interaction has expired");
        grant.MayContinueAt = provider.World.Now.AddSeconds(Grant.Wait);
        return new ContinueGrantResponse { Continue = provider.Continue(grant, Grant.Wait) };
    }

    private static void RefuseHaste(Provider provider, Grant grant)
    {
        if (provider.World.Now < grant.MayContinueAt) throw Refused.TooFast();
    }

    private static ContinueGrantResponse Release(Provider provider, Grant grant)
    {
        grant.State = GrantState.Granted;
        return new ContinueGrantResponse
        {
            AccessToken = grant.Access.Count == 0 ? null : provider.Show(provider.Grants.Issue(grant, provider.World.Now)),
            Subject = grant.Subject,
            Continue = provider.Continue(grant, wait: null),
        };
    }
}

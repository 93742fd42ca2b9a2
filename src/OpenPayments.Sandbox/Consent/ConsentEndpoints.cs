using OpenPayments.Sandbox.Grants;
using OpenPayments.Sandbox.Pages;

namespace OpenPayments.Sandbox.Consent;

/// <summary>
/// Where the account's owner answers. The address holds 256 bits that only the client and the owner's browser have seen, and the answer is
/// a POST from this origin: another site can neither find the page nor press its buttons.
/// </summary>
internal static class ConsentEndpoints
{
    public static void MapConsent(this IEndpointRouteBuilder routes, Provider provider)
    {
        routes.MapGet("/interact/{id}/{nonce}", (string id, string nonce) => provider.World.Do(() => Open(provider, id, nonce) switch
        {
            ({ Interaction: { } interaction } grant, _) => Page.Show(ConsentPage.Ask(ConsentRequest.Of(grant, provider), interaction.Path), 200),
            (_, var over) => over,
        }));
        routes.MapPost("/interact/{id}/{nonce}/approve", (string id, string nonce, HttpContext http) => Decide(provider, id, nonce, http, GrantState.Approved));
        routes.MapPost("/interact/{id}/{nonce}/deny", (string id, string nonce, HttpContext http) => Decide(provider, id, nonce, http, GrantState.Denied));
    }

    private static IResult Decide(Provider provider, string id, string nonce, HttpContext http, GrantState decision) => provider.World.Do(() =>
    {
        if (http.Request.Headers.Origin is { Count: > 0 } origin && origin != $"{http.Request.Scheme}://{http.Request.Host}")
            return Page.Show(ConsentPage.Over("This answer came from another site and does not count."), 403);
        if (Open(provider, id, nonce) is not ({ Interaction: { } interaction } grant, _)) return Open(provider, id, nonce).Over;
        grant.State = decision;
        return interaction.Finish is not { } finish ? Page.Show(ConsentPage.Over(decision is GrantState.Approved ? "Approved." : "Denied."), 200)
            : SeeOther(http, decision is GrantState.Approved ? FinishRedirect.Approved(finish, interaction, provider.AuthServer) : FinishRedirect.Denied(finish));
    });

    /// <summary>The grant that still waits for an answer here, or the page that says why none does.</summary>
    private static (Grant? Grant, IResult Over) Open(Provider provider, string id, string nonce)
    {
        var grant = provider.Grants.FindByInteraction(id, nonce);
        if (grant is null) return (null, Page.Show(ConsentPage.Over("There is no such request."), 404));
        if (grant.State is not GrantState.Pending) return (null, Page.Show(ConsentPage.Over("This request has been answered."), 410));
        return grant.Interaction!.ExpiredAt(provider.World.Now) ? (null, Page.Show(ConsentPage.Over("This request has expired."), 410)) : (grant, Results.Empty);
    }

    /// <summary>303, so that the browser follows with a GET.</summary>
    private static IResult SeeOther(HttpContext http, string location)
    {
        http.Response.Headers.Location = location;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

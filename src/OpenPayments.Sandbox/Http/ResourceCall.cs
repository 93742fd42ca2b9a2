using OpenPayments.Generated;
using OpenPayments.Sandbox.Grants;

namespace OpenPayments.Sandbox.Http;

/// <summary>A request to the resource server whose token and signature are in order: what is left to check is what the grant covers.</summary>
internal sealed record ResourceCall(SignedRequest Request, Grant Grant, Provider Provider)
{
    public string Client => Grant.Client.Identity;

    public static ResourceCall Admit(SignedRequest request, Provider provider)
    {
        if (request.Token is null) throw Refused.Unauthorized();
        if (provider.Grants.FindToken(request.Token) is not { } token || token.ExpiresAt <= provider.World.Now) throw Refused.Resource(403, "Inactive Token");
        if (SignatureCheck.Refuse(request, [token.Grant.Client.Key], provider.World.SigningNow) is { } why) throw Refused.Unauthorized(why);
        return new ResourceCall(request, token.Grant, provider);
    }

    public T Read<T>() => StrictJson.Read<T>(Request, Refused.Resource);

    /// <summary>Throws unless the grant covers the action at this wallet address. True when it covers what other clients made, too.</summary>
    public bool RequireIncoming(AccessIncomingAction action, AccessIncomingAction? all, Uri? walletAddress)
        => Require(Grant.Access.OfType<AccessIncoming>().FirstOrDefault(a => a.Identifier is null || walletAddress is null || UrlIdentity.Same(a.Identifier, walletAddress))?.Actions, action, all);

    /// <inheritdoc cref="RequireIncoming" />
    public bool RequireOutgoing(AccessOutgoingAction action, AccessOutgoingAction? all, Uri? walletAddress)
        => Require(Grant.Access.OfType<AccessOutgoing>().FirstOrDefault(a => walletAddress is null || UrlIdentity.Same(a.Identifier, walletAddress))?.Actions, action, all);

    /// <inheritdoc cref="RequireIncoming" />
    public bool RequireQuote(AccessQuoteAction action, AccessQuoteAction? all)
        => Require(Grant.Access.OfType<AccessQuote>().FirstOrDefault()?.Actions, action, all);

    private static bool Require<T>(IReadOnlyList<T>? allowed, T action, T? all) where T : struct
    {
        var everything = all is { } a && allowed is not null && allowed.Contains(a);
        return everything || (allowed is not null && allowed.Contains(action)) ? everything : throw Refused.Resource(403, "Insufficient Grant");
    }
}

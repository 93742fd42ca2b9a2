using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary><c>POST</c> to an authorization server: a request for one access token (RFC 9635 section 2).</summary>
/// <param name="AuthServer">The wallet address's <c>authServer</c>, as it was given.</param>
/// <param name="Access">What the token is to allow.</param>
/// <param name="Interact">How the resource owner is to be asked; null where no consent is needed.</param>
public sealed record RequestGrant(Uri AuthServer, AccessItem Access, InteractRequest? Interact = null) : Request<GrantResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GrantResponse>, Either<Rejection, TState>> then) =>
        interpreter.RequestGrant(this, then);
}

/// <summary><c>POST</c> to a continuation URI (RFC 9635 section 5.1).</summary>
/// <param name="Uri">The <c>continue.uri</c>, absolute, as it was given.</param>
/// <param name="Token">The <c>continue.access_token</c>.</param>
/// <param name="InteractRef">What the payer brought back.</param>
public sealed record ContinueGrant(Uri Uri, Secret Token, Secret InteractRef) : Request<ContinueGrantResponse>
{
    /// <summary>False: the answer holds the token and is given once.</summary>
    public override bool Harmless => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<ContinueGrantResponse>, Either<Rejection, TState>> then) =>
        interpreter.ContinueGrant(this, then);
}

/// <summary><c>POST</c> to an authorization server: a request to show whose a wallet address is (RFC 9635 section 2.2), without an access token.</summary>
/// <param name="AuthServer">The wallet address's <c>authServer</c>, as it was given.</param>
/// <param name="Subject">The wallet address.</param>
/// <param name="Interact">How its owner is to be asked.</param>
public sealed record RequestSubject(Uri AuthServer, Subject Subject, InteractRequest Interact) : Request<GrantResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GrantResponse>, Either<Rejection, TState>> then) =>
        interpreter.RequestSubject(this, then);
}

/// <summary><c>POST</c> to a token's management URL: a new value and a new URL in the place of the old pair (RFC 9635 section 6.1).</summary>
/// <param name="Manage">The token's <c>manage</c>, absolute, as it was given.</param>
/// <param name="Token">The token; it may have expired.</param>
public sealed record RotateToken(Uri Manage, Secret Token) : Request<RotateTokenResponse>
{
    /// <summary>False: the old pair is dead as soon as it was rotated, and the answer holds the new one.</summary>
    public override bool Harmless => false;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<RotateTokenResponse>, Either<Rejection, TState>> then) =>
        interpreter.RotateToken(this, then);
}

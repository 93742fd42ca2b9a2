using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary><c>DELETE</c> of a token's management URL: the token is not used any more (RFC 9635 section 6.2).</summary>
/// <param name="Manage">The token's <c>manage</c>, absolute, as it was given.</param>
/// <param name="Token">The token.</param>
public sealed record RevokeToken(Uri Manage, Secret Token) : Question<GivenBack>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GivenBack>, TState> next) =>
        interpreter.RevokeToken(this, next);
}

/// <summary><c>DELETE</c> of a continuation URI: the grant is not wanted any more (RFC 9635 section 5.4).</summary>
/// <param name="Uri">The <c>continue.uri</c>, absolute, as it was given.</param>
/// <param name="Token">The <c>continue.access_token</c>.</param>
public sealed record CancelGrant(Uri Uri, Secret Token) : Question<GivenBack>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GivenBack>, TState> next) =>
        interpreter.CancelGrant(this, next);
}

/// <summary>The server took it back: a 204, which has no body.</summary>
public sealed record GivenBack;

/// <summary>An access token that is held.</summary>
public sealed record HeldToken(Token Token) : Authority
{
    internal override Step<bool> GiveBack() => Back.Of(new RevokeToken(Token.Manage, Token.Value));

    internal override Authority Renew(Token old, Token fresh) => new HeldToken(Token.Renew(old, fresh));
}

/// <summary>A grant that was requested and that nobody has continued.</summary>
/// <param name="ContinueUri">Where it would be continued.</param>
/// <param name="ContinueToken">The token for that.</param>
public sealed record HeldGrant(Uri ContinueUri, Secret ContinueToken) : Authority
{
    internal override Step<bool> GiveBack() => Back.Of(new CancelGrant(ContinueUri, ContinueToken));
}

/// <summary>Any answer but silence and a broken server settles it: there is nobody to tell of a refusal, and the token expires by itself.</summary>
internal static class Back
{
    public static Step<bool> Of(Question<GivenBack> question) => new Step<bool>.Ask<GivenBack>(question, answer => answer switch
    {
        Answer<GivenBack>.Body => true,
        Answer<GivenBack>.Refused { Refusal: var refusal } => !RetryPolicy.IsPassing(refusal),
        Answer<GivenBack>.Lost => false,
    });
}

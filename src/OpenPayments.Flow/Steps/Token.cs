using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using Rotated = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.RotateTokenResponse>;

namespace OpenPayments.Flow.Steps;

/// <summary><c>POST</c> to a token's management URL: a new value and a new URL replace the old pair (RFC 9635 section 6.1).</summary>
/// <param name="Manage">The token's <c>manage</c>, absolute, as it was given.</param>
/// <param name="Token">The token; it may have expired.</param>
public sealed record RotateToken(Uri Manage, Secret Token) : Question<RotateTokenResponse>
{
    /// <summary>True: the old pair is dead as soon as it was rotated, and the answer holds the new one.</summary>
    public override bool MustNotRepeat => true;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<RotateTokenResponse>, TState> next) =>
        interpreter.RotateToken(this, next);
}

/// <summary>Keep a token alive.</summary>
internal static class Tokens
{
    /// <summary>The stage's question is sent again with another token.</summary>
    public static Transition Renew(Stage stage) => new Transition.To(new RenewingToken(stage.Token!, GrantOf(stage), stage with { Renewed = true }));

    private static Grant? GrantOf(Stage stage) => stage switch
    {
        CreatingIncomingPayment s => s.Grant,
        CreatingQuote s => s.Grant,
        _ => null,
    };
}

/// <summary>
/// A server took a token for dead: it is rotated, once, and its question sent again. Of two rotations at the same time one wins; the
/// loser has a token that nothing revives, and learns it from the refusal that follows. A grant that needs no consent is then
/// requested again. The journal always holds the token that works.
/// </summary>
/// <param name="Old">The token.</param>
/// <param name="Grant">The grant that needs no consent and that the token is of; null where it is of none.</param>
/// <param name="Then">Whose question was refused.</param>
/// <param name="Anew">It could not be rotated: the grant is requested again.</param>
public sealed record RenewingToken(Token Old, Grant? Grant, Stage Then, bool Anew = false) : Stage
{
    internal override string Step => Then.Step;

    internal override EntrySubject Subject => Then.Subject;

    internal override IEnumerable<Secret> Secrets => [Old.Value, .. Then.Secrets];

    internal override Authority? Held => Then.Held;

    internal override Step<Transition> Next() => Anew && Grant is { } grant
        ? Usual.AskAny(new RequestGrant(grant.AuthServer, RequestingGrant.AccessTo(grant.For)), Granted)
        : Usual.AskAny(new RotateToken(Old.Manage, Old.Value), Answered);

    internal override Stage? Unwind() => Then.Unwind() is { } then ? this with { Then = then } : null;

    private Transition Answered(Rotated answer) => answer switch
    {
        Rotated.Body body => Replace(body.Value.AccessToken),
        // if the first did not arrive, the second does; if it did, the second is refused, and nothing is worse
        Rotated.Lost when Tries == 0 => new Transition.To(this with { Tries = 1 }),
        Rotated.Refused { Refusal: var refusal } when Tries == 0 && RetryPolicy.MayHaveHappened(refusal) => new Transition.To(this with { Tries = 1 }),
        Rotated.Refused { Refusal: { Status: 429 } refusal, At: var at } when Then.Tries < RetryPolicy.MostTries => new Transition.Later(
            at + RetryPolicy.Within(refusal.RetryAfter ?? TimeSpan.Zero), Then with { Tries = Then.Tries + 1, Renewed = false }),
        Rotated.Refused or Rotated.Lost => new Transition.To(Grant is null ? Then : this with { Anew = true, Tries = 0 }),
    };

    private Transition Granted(Answer<GrantResponse> answer) => answer switch
    {
        Answer<GrantResponse>.Body { Value: var response } => response.Match(
            interactionRequired: _ => new Transition.To(Then), granted: g => Replace(g.AccessToken), unknown: _ => new Transition.To(Then)),
        Answer<GrantResponse>.Refused or Answer<GrantResponse>.Lost => new Transition.To(Then),
    };

    private Transition Replace(AccessToken token)
    {
        var fresh = new Token(token.Value, token.Manage);
        return new Transition.Replaced(Old, fresh, Then.Renew(Old, fresh));
    }
}

using OpenPayments.Generated;
using static OpenPayments.Flow.Progress;
using Rotated = OpenPayments.Flow.Answer<OpenPayments.Generated.RotateTokenResponse>;

namespace OpenPayments.Flow;

/// <summary>
/// Keep a token alive: one that a server took for dead is rotated, once, and its question asked again. Of two rotations at the same
/// time one wins; who loses has a token that nothing revives, and learns it from the refusal that follows. A grant that needs no
/// consent is then asked for anew. The journal always holds the token that lives.
/// </summary>
internal static class Tokens
{
    public static Step<Progress> Next(Rotating s) => s.Anew && GrantOf(s) is { } grant
        ? Ask.Always(new RequestGrant(grant.AuthServer, Access.To(grant.For)), answer => Granted(s, answer))
        : Ask.Always(new RotateToken(s.Token.Manage, s.Token.Value), answer => Answered(s, answer));

    private static Progress Answered(Rotating s, Rotated answer) => answer switch
    {
        Rotated.Body body => Renew(s, body.Value.AccessToken),
        // if the first did not arrive, the second does; if it did, the second is refused, and nothing is worse
        Rotated.Lost when s.Tries == 0 => s with { Tries = 1 },
        Rotated.Refused { Refusal: var refusal } when s.Tries == 0 && Troubles.MayHaveHappened(refusal) => s with { Tries = 1 },
        Rotated.Refused { Refusal: { Status: 429 } refusal, At: var at } when s.Then.Stage.Tries < Troubles.MostTries =>
            new Waiting(at + Troubles.Within(refusal.RetryAfter ?? TimeSpan.Zero), s.Then with { Stage = s.Then.Stage with { Tries = s.Then.Stage.Tries + 1, Renewed = false } }),
        Rotated.Refused or Rotated.Lost => GrantOf(s) is null ? s.Then : s with { Anew = true, Tries = 0 },
    };

    private static Progress Granted(Rotating s, Answer<GrantResponse> answer) => answer switch
    {
        Answer<GrantResponse>.Body { Value: var response } => response.Match(interactionRequired: _ => s.Then, granted: g => Renew(s, g.AccessToken), unknown: _ => s.Then),
        Answer<GrantResponse>.Refused or Answer<GrantResponse>.Lost => s.Then,
    };

    private static Asking Renew(Rotating s, AccessToken token)
    {
        var fresh = new Token(token.Value, token.Manage);
        return new Asking([.. s.Then.Learnt.Select(fact => fact.Renew(s.Token, fresh))], s.Then.Stage.Renew(s.Token, fresh));
    }

    private static Grant? GrantOf(Rotating s) => s.Then.Learnt.OfType<Grant>().FirstOrDefault(grant => grant.Token == s.Token);
}

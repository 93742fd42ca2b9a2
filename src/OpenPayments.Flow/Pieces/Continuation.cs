using OpenPayments.Generated;
using static OpenPayments.Flow.Consenting;
using Continued = OpenPayments.Flow.Answer<OpenPayments.Generated.ContinueGrantResponse>;

namespace OpenPayments.Flow;

/// <summary>Guide step 8. The answer holds the token and is given once: where it is lost, consent is asked for again, and that is said.</summary>
internal static class Continuation
{
    /// <summary>How often a person is asked for the same consent.</summary>
    private const int MostTimes = 3;

    /// <summary>The reference server's wait, where a server says "too fast" and not for how long.</summary>
    private static readonly TimeSpan TooFast = TimeSpan.FromSeconds(5);

    public static Turn Next(Continuing s, Continued answer) => answer switch
    {
        Continued.Body { Value: { AccessToken: { } token }, At: var at } when s.Request.Limit is not null => Consented(s, token, at),
        Continued.Body { Value: { Subject: { } subject }, At: var at } when s.Request.Limit is null => Identified(s, subject, at),
        Continued.Body { Value: var pending, At: var at } => StillPending(s, pending, at),
        Continued.Refused { Refusal: { Code: ErrorResponse.Codes.TooFast } or { Status: 429 }, At: var at, Refusal.RetryAfter: var pause }
            when s.Tries < Troubles.MostTries => new Turn.Later(at + Troubles.Within(pause ?? TooFast), s with { Tries = s.Tries + 1 }),
        Continued.Refused { Refusal: var refusal } when Troubles.MayHaveHappened(refusal) => Lost(s),
        Continued.Refused { Refusal: var refusal } => Turn.Stop(Refusals.Explain(s, refusal), null),
        Continued.Lost => Lost(s),
    };

    /// <summary>With the payer's consent: another quote first where the one it is for ran out meanwhile.</summary>
    public static Turn Consented(Consenting s, AccessToken token, DateTimeOffset at)
    {
        if (s.Request.Limit is not { } limit) return Turn.Stop(Mismatch.Of(s, "The server gave an access token where none was asked for."), null);
        var consent = new Consent(new Token(token.Value, token.Manage), limit);
        return s.Request.IsTooLate(at) ? Interactions.QuoteRanOut(s, consent, at) : new Turn.Learnt(consent);
    }

    private static Turn Identified(Continuing s, Subject subject, DateTimeOffset at) =>
        subject.SubIds.Any(id => id.Format == SubjectSubIdFormat.Uri && id.Id == s.Request.Wallet.Id.OriginalString)
            ? new Turn.Learnt(new Identified(s.Request.Wallet.Id))
            : Turn.Stop(new Reason(Reason.Codes.IdentityMismatch, s.Step, "The wallet confirmed another wallet address than the one in question.",
                "The wallet address is not shown to be theirs. Ask for the right one.", Fault.Payer), at);

    /// <summary>A 200 without what was asked for: the server is not through with the interaction. It names where to ask again.</summary>
    private static Turn StillPending(Continuing s, ContinueGrantResponse pending, DateTimeOffset at)
    {
        if (s.Tries >= Troubles.MostTries)
            return Turn.Stop(new Reason(Reason.Codes.Refused, s.Step, "The authorization server kept the grant pending after the payer had agreed.",
                "Nothing was paid. Start the payment again.", Fault.Provider), null);
        var grant = s.Grant with { ContinueUri = pending.Continue.Uri, ContinueToken = pending.Continue.AccessToken.Value };
        return new Turn.Later(at + TimeSpan.FromSeconds(Math.Clamp(pending.Continue.Wait ?? 5, 1, 600)), s with { Grant = grant, Tries = s.Tries + 1 });
    }

    private static Turn Lost(Continuing s)
    {
        var reason = new Reason(Reason.Codes.ContinuationLost, s.Step,
            "The payer agreed, but the answer that carries the access token did not arrive, and a server gives it only once.",
            "Nothing was paid. Agree once more.", Fault.Network);
        return s.Request.Times < MostTimes
            ? new Turn.To(new DrawingNonce(s.Request with { Because = reason, Times = s.Request.Times + 1 }))
            : Turn.Stop(reason with { Advice = "Nothing was paid. Start the payment again later." }, null);
    }
}

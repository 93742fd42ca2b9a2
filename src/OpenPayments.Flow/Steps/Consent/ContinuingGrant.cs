using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using Continued = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.ContinueGrantResponse>;

namespace OpenPayments.Flow.Steps;

/// <summary><c>POST</c> to a continuation URI (RFC 9635 section 5.1).</summary>
/// <param name="Uri">The <c>continue.uri</c>, absolute, as it was given.</param>
/// <param name="Token">The <c>continue.access_token</c>.</param>
/// <param name="InteractRef">What the payer brought back.</param>
public sealed record ContinueGrant(Uri Uri, Secret Token, Secret InteractRef) : Question<ContinueGrantResponse>
{
    /// <summary>True: the answer holds the token and is given once.</summary>
    public override bool MustNotRepeat => true;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<ContinueGrantResponse>, TState> next) =>
        interpreter.ContinueGrant(this, next);
}

/// <summary>
/// The payer agreed; the grant is to be continued (guide step 8). The answer holds the token and is given once. Where none came, the
/// same request tells: it is granted if the first was not carried out, and denied if it was. Then consent is asked for again.
/// </summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Grant">The grant.</param>
/// <param name="InteractRef">What the payer brought back.</param>
/// <param name="Doubt">An earlier continuation may have been carried out.</param>
public sealed record ContinuingGrant(ConsentRequest Request, PendingGrant Grant, Secret InteractRef, bool Doubt = false) : ConsentStage(Request)
{
    /// <summary>How often a person is asked for the same consent.</summary>
    private const int MostTimes = 3;

    /// <summary>With pauses up to 30 s: for two minutes.</summary>
    private const int MostTries = 8;

    /// <summary>The reference server's wait, where a server says "too fast" and not for how long.</summary>
    private static readonly TimeSpan TooFast = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    internal override string Step => "grant-continuation";

    internal override IEnumerable<Secret> Secrets => [InteractRef, .. Grant.Secrets];

    internal override Authority? Held => Grant.Authority;

    internal override Step<Transition> Next() => Usual.AskAny(new ContinueGrant(Grant.ContinueUri, Grant.ContinueToken, InteractRef), Answered);

    private Transition Answered(Continued answer) => answer switch
    {
        Continued.Body { Value: { AccessToken: { } token }, At: var at } when Request.Limit is not null => Consented(token, at),
        Continued.Body { Value: { Subject: { } subject }, At: var at } when Request.Limit is null => Identified(subject, at),
        Continued.Body { Value: var pending, At: var at } => StillPending(pending, at),
        Continued.Refused { Refusal: { Code: ErrorResponse.Codes.TooFast } or { Status: 429 }, At: var at, Refusal.RetryAfter: var pause } when Tries < MostTries =>
            new Transition.Later(at + RetryPolicy.Within(pause ?? TooFast), this with { Tries = Tries + 1 }),
        Continued.Refused { Refusal: var refusal, At: var at } when RetryPolicy.MayHaveHappened(refusal) => Unanswered(at, refusal.RetryAfter),
        Continued.Refused { Refusal: { Status: 401 or 403 or 404 } refusal } when Doubt && !RetryPolicy.IsAboutKey(refusal) => Gone(),
        Continued.Refused { Refusal: var refusal } => Transition.Stop(RefusalReasons.Of(this, refusal), null),
        Continued.Lost { At: var at } => Unanswered(at, null),
    };

    private Transition Identified(Subject subject, DateTimeOffset at) =>
        subject.SubIds.Any(id => id.Format == SubjectSubIdFormat.Uri && id.Id == Request.Wallet.Id.OriginalString)
            ? new Transition.Found(new Identity(Request.Wallet.Id))
            : Transition.Stop(new Reason(Reason.Codes.IdentityMismatch, Step, "The wallet confirmed another wallet address than the one in question.",
                "The wallet address is not shown to be theirs. Ask for the right one.", Fault.Payer), at);

    /// <summary>A 200 without what was asked for: the server is not through with the interaction. It names where to ask again.</summary>
    private Transition StillPending(ContinueGrantResponse pending, DateTimeOffset at)
    {
        if (Tries >= RetryPolicy.MostTries)
            return Transition.Stop(new Reason(Reason.Codes.Refused, Step, "The authorization server kept the grant pending after the payer had agreed.",
                "Nothing was paid. Start the payment again.", Fault.Provider), null);
        var grant = Grant with { ContinueUri = pending.Continue.Uri, ContinueToken = pending.Continue.AccessToken.Value };
        return new Transition.Later(at + TimeSpan.FromSeconds(Math.Clamp(pending.Continue.Wait ?? 5, 1, 600)), this with { Grant = grant, Tries = Tries + 1 });
    }

    /// <summary>At once the first time, for the payer waits; then with growing pauses.</summary>
    private Transition Unanswered(DateTimeOffset at, TimeSpan? retryAfter) =>
        Tries == 0 && retryAfter is null ? new Transition.To(this with { Doubt = true, Tries = 1 })
        : Tries < MostTries ? new Transition.Later(at + RetryPolicy.BackOff(Tries, LongestPause, retryAfter), this with { Doubt = true, Tries = Tries + 1 })
        : Transition.Stop(Usual.Unanswered(this, "the authorization server did not answer") with
        {
            Advice = "The payer agreed, and nothing was paid. Start the payment again later.",
        }, null);

    /// <summary>The token was given once and is gone.</summary>
    private Transition Gone()
    {
        var reason = new Reason(Reason.Codes.ContinuationLost, Step,
            "The payer agreed, but the answer that carries the access token did not arrive, and a server gives it only once.",
            "Nothing was paid. Agree once more.", Fault.Network);
        return Request.Times < MostTimes
            ? new Transition.To(new DrawingNonce(Request with { Because = reason, Times = Request.Times + 1 }), Abandoned: Grant.Authority)
            : Transition.Stop(reason with { Advice = "Nothing was paid. Start the payment again later." }, null);
    }
}

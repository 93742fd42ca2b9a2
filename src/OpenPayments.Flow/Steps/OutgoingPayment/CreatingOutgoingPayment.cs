using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;
using Created = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.OutgoingPaymentWithSpentAmounts>;

namespace OpenPayments.Flow.Steps;

/// <summary><c>POST /outgoing-payments</c>: this moves money.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>outgoing-payment</c> with <c>create</c>.</param>
/// <param name="Body">What to pay.</param>
public sealed record CreateOutgoingPayment(Uri ResourceServer, Secret Token, CreateOutgoingPaymentRequest Body) : Question<OutgoingPaymentWithSpentAmounts>
{
    /// <summary>True: whether it was made is looked up before it is sent again.</summary>
    public override bool MustNotRepeat => true;

    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<OutgoingPaymentWithSpentAmounts>, TState> next) =>
        interpreter.CreateOutgoingPayment(this, next);
}

/// <summary>
/// The outgoing payment is to be created: one, never two. A server makes at most one of a quote, so the same quote may be sent again;
/// without a quote nothing is sent again. Whatever leaves open whether it was made leads to <see cref="SearchingOutgoingPayment"/>.
/// </summary>
/// <param name="Intent">What is to be paid.</param>
/// <param name="Consent">What the payer agreed to.</param>
/// <param name="Doubt">An earlier request may have made it; null where none was sent.</param>
public sealed record CreatingOutgoingPayment(Intent Intent, Consent Consent, Doubt? Doubt = null) : OutgoingPaymentStage(Intent, Consent)
{
    /// <summary>A minute each, for a day: some quotes never run out.</summary>
    private const int MostPauses = 24 * 60;

    internal override Step<Transition> Next() => Usual.AskAny(new CreateOutgoingPayment(Intent.Sender.ResourceServer, Consent.Token.Value, Intent.Body()), Answered);

    internal override Stage? Unwind() => Doubt is null ? null : new SearchingOutgoingPayment(Intent, Consent, Doubt with { MayResend = false });

    private Transition Answered(Created answer) => answer switch
    {
        Created.Body { Value: var created, At: var at } => Found(Seen.Of(created), at),
        Created.Refused { Refusal: { Status: 429 } refusal, At: var at } => Again(at, refusal),
        Created.Refused { Refusal: var refusal } when Usual.MayRenew(this, refusal) => Tokens.Renew(this),
        Created.Refused { Refusal: var refusal, At: var at } when RetryPolicy.MayHaveHappened(refusal) => Search(at),
        Created.Refused { Refusal: var refusal, At: var at } when IsAboutQuote(refusal) => HadExpired(at) ? QuoteRanOut(at) : SearchOnly(at),
        // sent again with a dead token it tells nothing; the receiver still does
        Created.Refused { Refusal: var refusal, At: var at } when Doubt is not null && RetryPolicy.IsAboutToken(refusal) => SearchOnly(at),
        Created.Refused { At: var at } when Doubt is not null => Search(at),
        Created.Refused { Refusal: var refusal, At: var at } when RetryPolicy.IsAboutToken(refusal) =>
            new Transition.Interrupted(new Interruption.Expired(null, ConsentLost, at)),
        Created.Refused { Refusal: var refusal, At: var at } => Transition.Stop(RefusalReasons.Of(this, refusal), at),
        Created.Lost { At: var at } => Search(at),
    };

    /// <summary>Overloaded, and nothing was done: later, while the quote lives. Without a quote a few times.</summary>
    private Transition Again(DateTimeOffset at, Refusal refusal)
    {
        var next = at + RetryPolicy.BackOff(Tries, TimeSpan.FromMinutes(1), refusal.RetryAfter);
        if (Intent.Quote is null ? Tries < RetryPolicy.MostTries : next < Intent.SendUntil && Tries < MostPauses)
            return new Transition.Later(next, this with { Tries = Tries + 1, Renewed = false });
        return Doubt is null ? Transition.Stop(RefusalReasons.Of(this, refusal), at) : Search(at);
    }

    private Transition Search(DateTimeOffset at) =>
        new Transition.To(new SearchingOutgoingPayment(Intent, Consent, Doubt ?? new Doubt(at, MayResend: Intent.Quote is not null)) { Tries = Tries });

    /// <summary>
    /// It is not sent again. The same words are said of a quote that ran out and of one that was paid. While it cannot have run out they mean that it was paid,
    /// by a request of ours that was delivered twice. Only of a quote that had expired before the one request was sent is it certain that
    /// it was not.
    /// </summary>
    private Transition SearchOnly(DateTimeOffset at) => new Transition.To(
        new SearchingOutgoingPayment(Intent, Consent, (Doubt ?? new Doubt(at, MayResend: false)) with { MayResend = false }) { Tries = Tries });

    private bool HadExpired(DateTimeOffset at) => Doubt is null && Intent.Quote?.ExpiresAt is { } end && at - end >= Lifetimes.LongestOnTheWay;

    private Transition QuoteRanOut(DateTimeOffset at) => new Transition.Interrupted(new Interruption.Expired(Consent, new Reason(
        Reason.Codes.QuoteExpired, StepName, "The sender's server gave several quotes, and each ran out before it could be paid.",
        "Nothing was paid. Start the payment again.", Fault.Provider), at));

    private bool IsAboutQuote(Refusal refusal) =>
        Intent.Quote is not null && refusal.Status is 400 or 404 or 409 or 410 && RetryPolicy.Mentions(refusal, "quote");

    private static Reason ConsentLost => new(Reason.Codes.ConsentLost, StepName,
        "The sender's server no longer accepts the access token, and it could not be renewed: it was revoked, or someone else renewed it.",
        "Nothing was paid. Ask the payer to agree once more.", Fault.Provider);
}

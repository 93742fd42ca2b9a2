using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// <c>POST</c> to an authorization server: a request to show whose a wallet address is (RFC 9635 section 2.2), without an access token.
/// </summary>
/// <param name="AuthServer">The wallet address's <c>authServer</c>, as it was given.</param>
/// <param name="Subject">The wallet address.</param>
/// <param name="Interact">How its owner is to be asked.</param>
public sealed record RequestSubject(Uri AuthServer, Subject Subject, InteractRequest Interact) : Question<GrantResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<GrantResponse>, TState> next) =>
        interpreter.RequestSubject(this, next);
}

/// <summary>The interactive grant is to be requested (guide step 6), limited to what is to be paid.</summary>
public sealed record RequestingConsent(ConsentRequest Request, Secret Nonce) : ConsentStage(Request)
{
    /// <summary>How long a payer may take. The reference server keeps an interaction open for 10 minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    internal override IEnumerable<Secret> Secrets => [Nonce];

    internal override Step<Transition> Next() => Request.Limit is { } limit
        ? Usual.Ask(this, new RequestGrant(Request.Wallet.AuthServer, AccessTo(limit), Interact()), Granted)
        : Usual.Ask(this, new RequestSubject(Request.Wallet.AuthServer, Identified(), Interact()), Granted);

    private Transition Granted(GrantResponse response, DateTimeOffset at) => response.Match<Transition>(
        interactionRequired: r =>
        {
            var pending = Pending(r, at);
            if (Request.IsTooLate(at)) return new AwaitingReturn(Request, pending).QuoteRanOut(null, at) with { Abandoned = pending.Authority };
            return MayBeShown(r.Interact.Redirect) ? new Transition.To(new AwaitingReturn(Request, pending))
                : Transition.Stop(new Reason(Reason.Codes.UrlRefused, Step, "The consent page is not an https URL that a browser may be sent to.",
                    "Nothing was paid. Report it to the sender's provider.", Fault.Provider), null) with { Abandoned = pending.Authority };
        },
        // RFC 9635 lets a server grant at once what the payer agreed to before
        granted: g => Consented(g.AccessToken, at),
        unknown: _ => Transition.Stop(Contradiction.Newer(this), null));

    /// <summary><c>list</c> is there to find a payment whose creation was not answered; <c>identifier</c> names whose account is debited.</summary>
    private AccessOutgoing AccessTo(Limit limit) => new()
    {
        Actions = [AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List],
        Identifier = Request.Wallet.Id,
        Limits = limit.DebitAmount is { } debit ? new LimitsOutgoing.WithDebitAmount { DebitAmount = debit, Interval = limit.Interval }
            : limit.ReceiveAmount is { } receive ? new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = receive, Interval = limit.Interval }
            : new LimitsOutgoing.Plain { Interval = limit.Interval },
    };

    private Subject Identified() =>
        new() { SubIds = [new SubjectSubId { Id = Request.Wallet.Id.OriginalString, Format = SubjectSubIdFormat.Uri }] };

    private InteractRequest Interact() => new()
    {
        Start = [InteractRequestStart.Redirect],
        Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = Request.FinishUri, Nonce = Nonce },
    };

    private PendingGrant Pending(GrantResponse.InteractionRequired r, DateTimeOffset at) => new(
        new Secret(r.Interact.Redirect.AbsoluteUri), Nonce, r.Interact.Finish, r.Continue.Uri, r.Continue.AccessToken.Value,
        ContinueFrom: at + TimeSpan.FromSeconds(Math.Clamp(r.Continue.Wait ?? 0, 0, Patience.TotalSeconds)), Until: at + Patience);

    /// <summary>
    /// A browser is sent there: only a web page, over plain http only on this machine or where the server itself is called over http
    /// (development).
    /// </summary>
    private bool MayBeShown(Uri url) => url.IsAbsoluteUri && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || Request.Wallet.AuthServer is { IsAbsoluteUri: true, Scheme: "http" })));
}

using OpenPayments.Flow.Plans;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>Where the asking for consent stands: a nonce, the grant, the payer's return, the continuation.</summary>
public abstract record ConsentStage : Stage
{
    internal const string StepName = "consent";

    private protected ConsentStage(ConsentRequest request) => Request = request;

    /// <summary>What is asked for.</summary>
    public ConsentRequest Request { get; init; }

    internal sealed override EntrySubject Subject => new(StepName, Request.Wallet.Id.OriginalString, Text.Join(
        Request.Limit is { } limit ? AwaitingOrder.Describe(limit) : "identity", $"back to {Request.FinishUri.OriginalString}"));

    internal override string Step => Request.Limit is null ? "subject-grant" : "outgoing-payment-grant";

    /// <summary>The quote that the consent was asked for ran out.</summary>
    internal Transition.Interrupted QuoteRanOut(Consent? kept, DateTimeOffset at) => new Transition.Interrupted(new Interruption.Expired(kept, new Reason(
        Reason.Codes.QuoteExpired, Step, "The sender's server gave several quotes, and each ran out before it could be paid.",
        "Nothing was paid. Start the payment again.", Fault.Provider), at));

    /// <summary>With the payer's consent: another quote first where the one it is for ran out meanwhile.</summary>
    internal Transition Consented(AccessToken token, DateTimeOffset at)
    {
        if (Request.Limit is not { } limit) return Transition.Stop(Contradiction.Of(this, "grant", "it has an access token, and none was asked for"), null);
        var consent = new Consent(new Token(token.Value, token.Manage), limit);
        return Request.IsTooLate(at) ? QuoteRanOut(consent, at) : new Transition.Found(consent);
    }
}

/// <summary>A nonce is to be drawn for the interaction hash (RFC 9635 section 2.5.2).</summary>
public sealed record DrawingNonce(ConsentRequest Request) : ConsentStage(Request)
{
    internal override Step<Transition> Next() => new Step<Transition>.Draw((nonce, at) =>
        Request.IsTooLate(at) ? QuoteRanOut(null, at) : new Transition.To(new RequestingConsent(Request, nonce)));
}

/// <summary>A grant that waits for the payer.</summary>
/// <param name="Redirect">Where the payer consents.</param>
/// <param name="Nonce">Ours, for the interaction hash.</param>
/// <param name="Finish">The server's, for the interaction hash.</param>
/// <param name="ContinueUri">Where the grant is continued.</param>
/// <param name="ContinueToken">The token for that.</param>
/// <param name="ContinueFrom">Before this the server answers <c>too_fast</c>.</param>
/// <param name="Until">When the interaction is given up on.</param>
public sealed record PendingGrant(
    Secret Redirect, Secret Nonce, Secret Finish, Uri ContinueUri, Secret ContinueToken, DateTimeOffset ContinueFrom, DateTimeOffset Until)
{
    internal IEnumerable<Secret> Secrets => [Redirect, Nonce, Finish, ContinueToken];

    internal Authority Authority => new HeldGrant(ContinueUri, ContinueToken);
}

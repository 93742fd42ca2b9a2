using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Where the asking for consent stands.</summary>
public abstract record Consenting : Stage
{
    internal const string StepName = "consent";

    private Consenting(ConsentRequest request) => Request = request;

    /// <summary>What is asked for.</summary>
    public ConsentRequest Request { get; init; }

    internal sealed override Step<Turn> Next() => this switch
    {
        // 6  An interactive grant, limited to what is to be paid.
        DrawingNonce s => Ask.Usually(s, new DrawNonce(), (nonce, at) => s.Request.IsTooLate(at) ? Interactions.QuoteRanOut(s, null, at) : new Turn.To(new Seeking(s.Request, nonce))),
        Seeking { Request: { Limit: { } limit } r } s => Ask.Usually(s, new RequestGrant(r.Wallet.AuthServer, Access.ToOutgoingPayments(r.Wallet, limit), Interactions.Redirect(s)), (grant, at) =>
            Interactions.Begin(s, grant, at)),
        Seeking { Request: var r } s => Ask.Usually(s, new RequestSubject(r.Wallet.AuthServer, Interactions.Subject(r.Wallet), Interactions.Redirect(s)), (grant, at) =>
            Interactions.Begin(s, grant, at)),

        // 7  Send the payer to consent; verify the hash that comes back.
        Awaiting s => Ask.Checked(new AwaitInteraction(s.Grant.Redirect, s.Grant.Until), answer => Interactions.Return(s, answer)),

        // 8  Continue the grant.
        Continuing s => Ask.Always(new ContinueGrant(s.Grant.ContinueUri, s.Grant.ContinueToken, s.InteractRef), answer => Continuation.Next(s, answer)),
    };

    internal sealed override string Step => this switch
    {
        DrawingNonce or Seeking => Request.Limit is null ? "subject-grant" : "outgoing-payment-grant",
        Awaiting => StepName,
        Continuing => "grant-continuation",
    };

    internal sealed override IEnumerable<Secret> Secrets => this switch
    {
        DrawingNonce => [],
        Seeking s => [s.Nonce],
        Awaiting s => Of(s.Grant),
        Continuing s => [s.InteractRef, .. Of(s.Grant)],
    };

    private static IEnumerable<Secret> Of(PendingGrant grant) => [grant.Redirect, grant.Nonce, grant.Finish, grant.ContinueToken];

    /// <summary>A nonce is to be drawn.</summary>
    public sealed record DrawingNonce(ConsentRequest Request) : Consenting(Request);

    /// <summary>The interactive grant is to be asked for.</summary>
    public sealed record Seeking(ConsentRequest Request, Secret Nonce) : Consenting(Request);

    /// <summary>The payer is at the wallet's consent page. <paramref name="Declined"/>: someone said that the payer refused.</summary>
    public sealed record Awaiting(ConsentRequest Request, PendingGrant Grant, string? Declined = null) : Consenting(Request);

    /// <summary>The payer agreed; the grant is to be continued.</summary>
    public sealed record Continuing(ConsentRequest Request, PendingGrant Grant, Secret InteractRef) : Consenting(Request);
}

/// <summary>A grant that waits for the payer.</summary>
/// <param name="Redirect">Where the payer consents.</param>
/// <param name="Nonce">Ours, for the interaction hash.</param>
/// <param name="Finish">The server's, for the interaction hash.</param>
/// <param name="ContinueUri">Where the grant is continued.</param>
/// <param name="ContinueToken">The token for that.</param>
/// <param name="ContinueFrom">Before this the server answers <c>too_fast</c>.</param>
/// <param name="Until">When the interaction is given up on.</param>
public sealed record PendingGrant(Secret Redirect, Secret Nonce, Secret Finish, Uri ContinueUri, Secret ContinueToken, DateTimeOffset ContinueFrom, DateTimeOffset Until);

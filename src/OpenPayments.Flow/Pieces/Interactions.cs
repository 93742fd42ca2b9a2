using LanguageExt;
using OpenPayments.Generated;
using static LanguageExt.Prelude;
using static OpenPayments.Flow.Consenting;
using Returned = OpenPayments.Flow.Answer<OpenPayments.Flow.InteractionResult>;

namespace OpenPayments.Flow;

/// <summary>Guide steps 6 and 7: the payer's consent (RFC 9635 sections 2.5, 3.3 and 4.2).</summary>
internal static class Interactions
{
    /// <summary>How long a payer may take. The reference server holds an interaction open for 10 minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int LongestReference = 512;

    public static InteractRequest Redirect(Seeking s) => new()
    {
        Start = [InteractRequestStart.Redirect],
        Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = s.Request.FinishUri, Nonce = s.Nonce },
    };

    public static Subject Subject(Wallet wallet) => new() { SubIds = [new SubjectSubId { Id = wallet.Id.OriginalString, Format = SubjectSubIdFormat.Uri }] };

    public static Turn Begin(Seeking s, GrantResponse response, DateTimeOffset at) => response.Match(
        interactionRequired: r => s.Request.IsTooLate(at) ? QuoteRanOut(s, null, at)
            : MayBeShown(r.Interact.Redirect, s.Request.Wallet.AuthServer) ? new Turn.To(new Awaiting(s.Request, Pend(s, r, at)))
            : Turn.Stop(new Reason(Reason.Codes.UrlRefused, s.Step, "The consent page is not an https URL that a browser may be sent to.",
                "Nothing was paid. Report it to the sender's provider.", Fault.Provider), null),
        // RFC 9635 lets a server grant at once what the payer agreed to before
        granted: g => Continuation.Consented(s, g.AccessToken, at),
        unknown: _ => Turn.Stop(Mismatch.Newer(s), null));

    /// <summary>
    /// The payer's return. Only a hash that fits moves the payment. A refusal carries no proof, so it is noted and the consent stays
    /// open until its time is up: the payer may still agree.
    /// </summary>
    public static Either<Rejection, Turn> Return(Awaiting s, Returned answer) => answer switch
    {
        Returned.Body { Value: InteractionResult.Approved back } body => Approve(s, back, body.At),
        Returned.Body { Value: InteractionResult.Declined back } => Decline(s, back),
        Returned.Body or Returned.Refused or Returned.Lost => Right<Rejection, Turn>(answer.At < s.Grant.Until ? new Turn.To(s) : GiveUp(s)),
    };

    /// <summary>The quote that the consent was asked for ran out.</summary>
    public static Turn QuoteRanOut(Consenting s, Consent? held, DateTimeOffset at) => Turn.RanOut(held, new Reason(Reason.Codes.QuoteExpired, s.Step,
        "The sender's server gave several quotes, and each ran out before it could be paid.", "Nothing was paid. Start the payment again.", Fault.Provider), at);

    private static Either<Rejection, Turn> Approve(Awaiting s, InteractionResult.Approved back, DateTimeOffset at)
    {
        if (!IsReference(back.InteractRef.Reveal())) return Left<Rejection, Turn>(new Rejection.Malformed("interact_ref"));
        if (!InteractionHash.Fits(back.Hash, s.Grant.Nonce, s.Grant.Finish, back.InteractRef, s.Request.Wallet.AuthServer)) return Left<Rejection, Turn>(new Rejection.HashMismatch());
        var next = new Continuing(s.Request, s.Grant, back.InteractRef);
        return Right<Rejection, Turn>(at < s.Grant.ContinueFrom ? new Turn.Later(s.Grant.ContinueFrom, next) : new Turn.To(next));
    }

    private static Either<Rejection, Turn> Decline(Awaiting s, InteractionResult.Declined back) => IsResult(back.Result)
        ? Right<Rejection, Turn>(new Turn.To(s with { Declined = back.Result }))
        : Left<Rejection, Turn>(new Rejection.Malformed("result"));

    private static Turn GiveUp(Awaiting s) => Turn.Stop(s.Declined is null
        ? new Reason(Reason.Codes.ConsentExpired, s.Step, "The payer did not come back from the consent page in time.",
            "Nothing was paid. Start the payment again.", Fault.Payer)
        : new Reason(Reason.Codes.ConsentDeclined, s.Step, $"The consent was declined ({s.Declined}) and not given later.",
            "Nothing was paid. Start the payment again if that was a mistake.", Fault.Payer), null);

    private static PendingGrant Pend(Seeking s, GrantResponse.InteractionRequired r, DateTimeOffset at) => new(
        new Secret(r.Interact.Redirect.AbsoluteUri), s.Nonce, r.Interact.Finish, r.Continue.Uri, r.Continue.AccessToken.Value,
        ContinueFrom: at + TimeSpan.FromSeconds(Math.Clamp(r.Continue.Wait ?? 0, 0, Patience.TotalSeconds)), Until: at + Patience);

    /// <summary>A browser is sent there: nothing but a web page, over plain http only on this machine or where the server itself is called over http (development).</summary>
    private static bool MayBeShown(Uri url, Uri authServer) => url.IsAbsoluteUri && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || authServer is { IsAbsoluteUri: true, Scheme: "http" })));

    /// <summary>Printable ASCII, as RFC 9635 section 4.2.3 hashes it: with a line break in it, two different references could give the same hash base.</summary>
    private static bool IsReference(string text) => text.Length is > 0 and <= LongestReference && text.All(c => c is > ' ' and <= '~');

    private static bool IsResult(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}

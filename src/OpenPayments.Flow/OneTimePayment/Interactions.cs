using LanguageExt;
using OpenPayments.Generated;
using static LanguageExt.Prelude;
using static OpenPayments.Flow.Payment;
using Returned = OpenPayments.Flow.Answer<OpenPayments.Flow.InteractionResult>;

namespace OpenPayments.Flow;

/// <summary>Guide steps 6 and 7: the payer's consent (RFC 9635 sections 2.5, 3.3 and 4.2).</summary>
internal static class Interactions
{
    /// <summary>How long a payer may take. The reference server holds an interaction open for 10 minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const int LongestReference = 512;

    public static InteractRequest Redirect(SeekingConsent s) => new()
    {
        Start = [InteractRequestStart.Redirect],
        Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = s.Order.FinishUri, Nonce = s.Nonce },
    };

    public static Payment Begin(SeekingConsent s, GrantResponse response, DateTimeOffset at) => response.Match<Payment>(
        interactionRequired: r => Quotes.Expired(s.Quote, at) ? Quotes.Again(s, s.Order, s.Sender, s.Incoming, s.Quote)
            : MayBeShown(r.Interact.Redirect, s.Sender.AuthServer) ? new AwaitingConsent(s.Order, s.Sender, s.Incoming, s.Quote, Pend(s, r, at))
            : new Failed(new Reason(Reason.Codes.UrlRefused, PaymentSummary.StepOf(s), "The consent page is not an https URL that a browser may be sent to.",
                "Nothing was paid. Report it to the sender's provider.", Fault.Provider)),
        // RFC 9635 lets a server grant at once what the payer agreed to before
        granted: g => Continuation.Consented(s, s.Order, s.Sender, s.Incoming, s.Quote, g.AccessToken, at),
        unknown: _ => new Failed(Troubles.Unknown(s)));

    /// <summary>
    /// The payer's return. Only a hash that fits moves the payment. A refusal carries no proof, so it is noted and the consent stays
    /// open until its time is up: the payer may still agree.
    /// </summary>
    public static Either<Rejection, Payment> Return(AwaitingConsent s, Returned answer) => answer switch
    {
        Returned.Body { Value: InteractionResult.Approved back } body => Approve(s, back, body.At),
        Returned.Body { Value: InteractionResult.Declined back } => Decline(s, back),
        Returned.Body or Returned.Refused or Returned.Lost => Right<Rejection, Payment>(answer.At < s.Grant.Until ? s : GiveUp(s)),
    };

    private static Either<Rejection, Payment> Approve(AwaitingConsent s, InteractionResult.Approved back, DateTimeOffset at)
    {
        if (!IsReference(back.InteractRef.Reveal())) return Left<Rejection, Payment>(new Rejection.Malformed("interact_ref"));
        if (!InteractionHash.Fits(back.Hash, s.Grant.Nonce, s.Grant.Finish, back.InteractRef, s.Sender.AuthServer)) return Left<Rejection, Payment>(new Rejection.HashMismatch());
        var next = new Continuing(s.Order, s.Sender, s.Incoming, s.Quote, s.Grant, back.InteractRef);
        return Right<Rejection, Payment>(at < s.Grant.ContinueFrom ? new Waiting(s.Grant.ContinueFrom, next) : next);
    }

    private static Either<Rejection, Payment> Decline(AwaitingConsent s, InteractionResult.Declined back) => IsResult(back.Result)
        ? Right<Rejection, Payment>(s with { Declined = back.Result })
        : Left<Rejection, Payment>(new Rejection.Malformed("result"));

    private static Failed GiveUp(AwaitingConsent s) => new(s.Declined is null
        ? new Reason(Reason.Codes.ConsentExpired, PaymentSummary.StepOf(s), "The payer did not come back from the consent page in time.",
            "Nothing was paid. Start the payment again.", Fault.Payer)
        : new Reason(Reason.Codes.ConsentDeclined, PaymentSummary.StepOf(s), $"The consent was declined ({s.Declined}) and not given later.",
            "Nothing was paid. Start the payment again if that was a mistake.", Fault.Payer));

    private static PendingGrant Pend(SeekingConsent s, GrantResponse.InteractionRequired r, DateTimeOffset at) => new(
        new Secret(r.Interact.Redirect.AbsoluteUri), s.Nonce, r.Interact.Finish, r.Continue.Uri, r.Continue.AccessToken.Value,
        ContinueFrom: at + TimeSpan.FromSeconds(Math.Clamp(r.Continue.Wait ?? 0, 0, Patience.TotalSeconds)), Until: at + Patience);

    /// <summary>A browser is sent there: nothing but a web page, over plain http only on this machine or where the server itself is called over http (development).</summary>
    private static bool MayBeShown(Uri url, Uri authServer) => url.IsAbsoluteUri && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (url.IsLoopback || authServer is { IsAbsoluteUri: true, Scheme: "http" })));

    /// <summary>Printable ASCII, as RFC 9635 section 4.2.3 hashes it: with a line break in it, two different references could give the same hash base.</summary>
    private static bool IsReference(string text) => text.Length is > 0 and <= LongestReference && text.All(c => c is > ' ' and <= '~');

    private static bool IsResult(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}

using LanguageExt;
using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// The payer is at the wallet's consent page (guide step 7; RFC 9635 section 4.2). Only a hash that fits moves the payment. A refusal
/// carries no proof, so it is noted and the consent stays open until its time is up: the payer may still agree.
/// </summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Grant">The grant that waits.</param>
/// <param name="Declined">Someone said that the payer refused, in these words.</param>
public sealed record AwaitingReturn(ConsentRequest Request, PendingGrant Grant, string? Declined = null) : ConsentStage(Request)
{
    private const int LongestReference = 512;

    internal override string Step => StepName;

    internal override IEnumerable<Secret> Secrets => Grant.Secrets;

    internal override Authority? Held => Grant.Authority;

    internal override Step<Transition> Next() => new Step<Transition>.Await(
        Grant.Until, Grant.Redirect, at => at < Grant.Until ? new Transition.To(this) : GiveUp());

    internal override Either<Rejection, Transition> OnEvent(Event happened, DateTimeOffset at) => happened switch
    {
        Event.Returned(InteractionResult.Approved back) => Approve(back, at),
        Event.Returned(InteractionResult.Declined back) => Decline(back),
        _ => Left<Rejection, Transition>(new Rejection.NotAwaited(happened.NotAwaited)),
    };

    private Either<Rejection, Transition> Approve(InteractionResult.Approved back, DateTimeOffset at)
    {
        if (!IsReference(back.InteractRef.Reveal()))
            return Left<Rejection, Transition>(new Rejection.Malformed("interact_ref", "It must be 1 to 512 printable ASCII characters."));
        if (!InteractionHash.Fits(back.Hash, Grant.Nonce, Grant.Finish, back.InteractRef, Request.Wallet.AuthServer))
            return Left<Rejection, Transition>(new Rejection.HashMismatch());
        var next = new ContinuingGrant(Request, Grant, back.InteractRef);
        return Right<Rejection, Transition>(at < Grant.ContinueFrom ? new Transition.Later(Grant.ContinueFrom, next) : new Transition.To(next));
    }

    private Either<Rejection, Transition> Decline(InteractionResult.Declined back) => IsResult(back.Result)
        ? Right<Rejection, Transition>(new Transition.To(this with { Declined = back.Result }))
        : Left<Rejection, Transition>(new Rejection.Malformed("result", "It must be one word, such as grant_rejected."));

    private Transition GiveUp() => Transition.Stop(Declined is null
        ? new Reason(Reason.Codes.ConsentExpired, Step, "The payer did not come back from the consent page in time.",
            "Nothing was paid. Start the payment again.", Fault.Payer)
        : new Reason(Reason.Codes.ConsentDeclined, Step, $"The consent was declined ({Declined}) and not given later.",
            "Nothing was paid. Start the payment again if that was a mistake.", Fault.Payer), null);

    /// <summary>Printable ASCII, as RFC 9635 section 4.2.3 hashes it: with a line break in it, two different references could give the same hash base.</summary>
    private static bool IsReference(string text) => text.Length is > 0 and <= LongestReference && text.All(c => c is > ' ' and <= '~');

    private static bool IsResult(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}

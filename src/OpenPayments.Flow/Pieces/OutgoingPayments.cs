using OpenPayments.Generated;
using static OpenPayments.Flow.Paying;
using Creation = OpenPayments.Flow.Answer<OpenPayments.Generated.OutgoingPaymentWithSpentAmounts>;
using Listing = OpenPayments.Flow.Answer<OpenPayments.Generated.ListOutgoingPaymentsResponse>;

namespace OpenPayments.Flow;

/// <summary>
/// One outgoing payment, never two. A server makes at most one for a quote, so the same quote may be sent again; without a quote
/// nothing is sent again. Another attempt, with a new quote or a new incoming payment, may only be made when it is certain that this
/// one was not and can no longer be.
/// </summary>
internal static class OutgoingPayments
{
    /// <summary>After the end of what it rests on plus this, a creation that is still under way would be refused.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FollowFor = TimeSpan.FromHours(24);

    /// <summary>What ends later than this is not waited for: a person finds out sooner.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int MostPages = 50;

    /// <summary>Attempts to pay and to look are counted together, so that they cannot feed each other for ever; looking goes on for longer.</summary>
    private const int MostLooks = 2 * Troubles.MostTries;

    public static Turn Created(Creating s, Creation answer) => answer switch
    {
        Creation.Body { Value: var made, At: var at } => Follow(s, made.Id, made.DebitAmount, made.ReceiveAmount, at),
        Creation.Refused { Refusal.Status: 429, At: var at, Refusal.RetryAfter: var pause } when s.Tries < Troubles.MostTries => Troubles.Again(s, at, pause),
        Creation.Refused { Refusal: var refusal } when Troubles.MayRevive(s, refusal) => Troubles.Revive(s),
        Creation.Refused { Refusal: var refusal } when Troubles.MayHaveHappened(refusal) => Look(s, doubt: true),
        // "invalid quote" is said of a quote that ran out and of one that was paid: believe neither before looking
        Creation.Refused { Refusal: { Status: 400 or 409 } refusal } => Look(s, s.Doubt, Refusals.Explain(s, refusal)),
        Creation.Refused when s.Doubt => Look(s, doubt: true),
        Creation.Refused { Refusal: var refusal, At: var at } when Troubles.IsAboutToken(refusal) => Turn.RanOut(null, ConsentLost(s), at),
        Creation.Refused { Refusal: var refusal, At: var at } => Turn.Stop(Refusals.Explain(s, refusal), at),
        Creation.Lost => Look(s, doubt: true),
    };

    public static Turn Listed(Looking s, Listing answer) => answer switch
    {
        Listing.Body { Value: var page, At: var at } =>
            page.Result?.FirstOrDefault(s.Intent.Is) is { } found ? Follow(s, found.Id, found.DebitAmount, found.ReceiveAmount, at)
            : HasEnded(page) ? NotFound(s, at)
            : page.Pagination?.EndCursor is { } cursor && s.Page < MostPages ? new Turn.To(s with { Page = s.Page + 1, Cursor = cursor })
            : Unknown(s),
        Listing.Refused { Refusal: var refusal } when Troubles.MayRevive(s, refusal) => Troubles.Revive(s),
        Listing.Refused { Refusal: var refusal, At: var at } when Troubles.IsPassing(refusal) && s.Tries < MostLooks => Troubles.Again(s, at, refusal.RetryAfter),
        Listing.Lost { At: var at } when s.Tries < MostLooks => Troubles.Again(s, at),
        Listing.Refused or Listing.Lost => Unknown(s),
    };

    private static Turn Look(Creating s, bool doubt, Reason? because = null) => new Turn.To(new Looking(s.Intent, s.Consent, doubt, because) { Tries = s.Tries });

    /// <summary>A list that was not read to its end does not prove that a payment is not in it.</summary>
    private static bool HasEnded(ListOutgoingPaymentsResponse page) => page is { Result: not null, Pagination: null or { HasNextPage: false } };

    private static Turn NotFound(Looking s, DateTimeOffset at)
    {
        // certain: either no attempt is unaccounted for, or what it rests on is dead and so is whatever was under way
        if (!s.Doubt || (s.Intent.DeadAt is { } end && at - end >= Grace)) return NotMade(s, at);
        // the same quote may be sent again; without one, only time tells
        if (s.Intent.Quote is not null && s.Tries < Troubles.MostTries)
            return Troubles.Again(new Creating(s.Intent, s.Consent, Doubt: true) { Tries = s.Tries }, at);
        return s.Intent.DeadAt is { } later && later - at <= Patience && s.Tries < MostLooks
            ? new Turn.Later(later + Grace, s with { Page = 1, Cursor = null, Tries = s.Tries + 1, Renewed = false })
            : Unknown(s);
    }

    private static Turn NotMade(Looking s, DateTimeOffset at)
    {
        var reason = s.Because ?? new Reason(Reason.Codes.PaymentNotMade, s.Step, "The outgoing payment was sent for, and the sender's server never made it.",
            "Nothing was paid. The payment can be started again.", Fault.Network);
        return s.Intent.Quote is null ? Turn.Stop(reason, at) : Turn.RanOut(s.Consent, reason, at);
    }

    private static Turn Follow(Paying s, Uri id, Amount debit, Amount receive, DateTimeOffset at) => new Turn.Learnt(new Made(id, debit, receive, s.Consent.Token, at + FollowFor));

    private static Reason ConsentLost(Creating s) => new(Reason.Codes.ConsentLost, s.Step,
        "The sender's server no longer accepts the access token, and it could not be renewed: it was revoked, or someone else renewed it.",
        "Nothing was paid. Ask the payer to agree once more.", Fault.Provider);

    private static Turn Unknown(Looking s) => Turn.StopUnknown(
        new Reason(Reason.Codes.PaymentUnknown, s.Step,
            "The outgoing payment was sent for, and it cannot be found out whether it was made.",
            $"Look at the incoming payment {s.Intent.Incoming} at the receiver's, or at the sender's account, before paying again.", Fault.Network),
        new Receipt(s.Intent.Debit, s.Intent.Receive, null, null, s.Intent.Incoming, null));
}

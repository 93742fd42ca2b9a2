using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;
using Creation = OpenPayments.Flow.Answer<OpenPayments.Generated.OutgoingPaymentWithSpentAmounts>;
using Listing = OpenPayments.Flow.Answer<OpenPayments.Generated.ListOutgoingPaymentsResponse>;

namespace OpenPayments.Flow;

/// <summary>
/// Guide step 9: one outgoing payment, never two. A server makes at most one for a quote, so the same quote may be sent again; a new
/// quote may only be paid when it is certain that the old one was not and can no longer be.
/// </summary>
internal static class OutgoingPayments
{
    /// <summary>After a quote's end plus this, a creation that is still under way would be refused.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FollowFor = TimeSpan.FromHours(24);

    /// <summary>A quote that lives longer than this is not waited for: a person finds out sooner.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int MostPages = 50;

    /// <summary>Attempts to pay and to look are counted together, so that they cannot feed each other for ever; looking goes on for longer.</summary>
    private const int MostLooks = 2 * Troubles.MostTries;

    public static Payment Created(Paying s, Creation answer) => answer switch
    {
        Creation.Body { Value: var made, At: var at } => Follow(s.Order, s.Incoming, s.Quote, s.Consent, made.Id, at),
        Creation.Refused { Refusal.Status: 429, At: var at, Refusal.RetryAfter: var pause } when s.Tries < Troubles.MostTries => Troubles.Again(s, at, pause),
        Creation.Refused { Refusal: var refusal } when Troubles.MayHaveHappened(refusal) => Look(s, doubt: true),
        // "invalid quote" is said of a quote that ran out and of one that was paid: believe neither before looking
        Creation.Refused { Refusal: { Status: 400 or 409 } refusal } => Look(s, s.Doubt, Troubles.Explain(s, refusal)),
        Creation.Refused when s.Doubt => Look(s, doubt: true),
        Creation.Refused { Refusal: var refusal } => new Failed(Troubles.Explain(s, refusal)),
        Creation.Lost => Look(s, doubt: true),
    };

    public static Payment Listed(Looking s, Listing answer) => answer switch
    {
        Listing.Body { Value: var page, At: var at } =>
            Find(s, page) is { } found ? Follow(s.Order, s.Incoming, s.Quote, s.Consent, found.Id, at)
            : HasEnded(page) ? NotFound(s, at)
            : page.Pagination?.EndCursor is { } cursor && s.Page < MostPages ? s with { Page = s.Page + 1, Cursor = cursor }
            : Unknown(s),
        Listing.Refused { Refusal: var refusal, At: var at } when Troubles.IsPassing(refusal) && s.Tries < MostLooks => Troubles.Again(s, at, refusal.RetryAfter),
        Listing.Lost { At: var at } when s.Tries < MostLooks => Troubles.Again(s, at),
        Listing.Refused or Listing.Lost => Unknown(s),
    };

    private static Looking Look(Paying s, bool doubt, Reason? because = null) =>
        new(s.Order, s.Sender, s.Incoming, s.Quote, s.Consent, doubt, because) { Tries = s.Tries };

    private static OutgoingPayment? Find(Looking s, ListOutgoingPaymentsResponse page) => page.Result?.FirstOrDefault(payment => payment.QuoteId == s.Quote.Id);

    /// <summary>A list that was not read to its end does not prove that a payment is not in it.</summary>
    private static bool HasEnded(ListOutgoingPaymentsResponse page) => page is { Result: not null, Pagination: null or { HasNextPage: false } };

    private static Payment NotFound(Looking s, DateTimeOffset at)
    {
        // certain: either no attempt is unaccounted for, or the quote is dead and so is whatever was under way
        if (!s.Doubt || (s.Quote.ExpiresAt is { } end && at - end >= Grace))
            return Quotes.Again(s, s.Order, s.Sender, s.Incoming, s.Quote, s.Consent, s.Because);
        if (s.Tries < Troubles.MostTries)
            return Troubles.Again(new Paying(s.Order, s.Sender, s.Incoming, s.Quote, s.Consent, Doubt: true) { Tries = s.Tries }, at);
        return s.Quote.ExpiresAt is { } later && later - at <= Patience && s.Tries < MostLooks
            ? new Waiting(later + Grace, s with { Page = 1, Cursor = null, Tries = s.Tries + 1 })
            : Unknown(s);
    }

    private static Following Follow(PaymentOrder order, Incoming incoming, Quoted quote, Consent consent, Uri id, DateTimeOffset at) =>
        new(order, incoming, quote, consent, new Followed(id, null, at + FollowFor));

    private static Payment Unknown(Looking s)
    {
        var reason = new Reason(Reason.Codes.PaymentUnknown, PaymentSummary.StepOf(s),
            "The outgoing payment was sent for, and it cannot be found out whether it was made.",
            $"Look at the incoming payment {s.Incoming.Id} at the receiver's, or at the sender's account, before paying again.", Fault.Network);
        var receipt = new Receipt(s.Quote.Debit, s.Quote.Receive, null, null, s.Incoming.Id, null);
        return new Uncertain(reason, receipt);
    }
}

using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using Listing = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.ListOutgoingPaymentsResponse>;

namespace OpenPayments.Flow.Steps;

/// <summary><c>GET /outgoing-payments</c> of one wallet address, newest first.</summary>
/// <param name="ResourceServer">The sender's <c>resourceServer</c>, as it was given; the route is appended to it.</param>
/// <param name="Token">A token for <c>outgoing-payment</c> with <c>list</c>.</param>
/// <param name="WalletAddress">Whose payments.</param>
/// <param name="Cursor">Where the last page ended; null for the first.</param>
/// <param name="First">How many a page holds at most, 1 to 100.</param>
public sealed record ListOutgoingPayments(Uri ResourceServer, Secret Token, Uri WalletAddress, string? Cursor = null, int First = 100)
    : Question<ListOutgoingPaymentsResponse>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<ListOutgoingPaymentsResponse>, TState> next) =>
        interpreter.ListOutgoingPayments(this, next);
}

/// <summary>
/// It is not known whether the outgoing payment exists. The list of payments is asked first. Where it does not show it, the same request
/// is sent again while its quote lives, which settles it; otherwise the receiver's side is asked. That goes on, with growing pauses, for
/// as long as money may still move.
/// </summary>
/// <param name="Intent">What is to be paid.</param>
/// <param name="Consent">What the payer agreed to.</param>
/// <param name="Doubt">What is not known.</param>
/// <param name="Page">Which page of the list is to be read, from 1.</param>
/// <param name="Cursor">Where the page before it ended.</param>
public sealed record SearchingOutgoingPayment(Intent Intent, Consent Consent, Doubt Doubt, int Page = 1, string? Cursor = null) : OutgoingPaymentStage(Intent, Consent)
{
    /// <summary>Of a hundred payments each: all newer than this one.</summary>
    private const int MostPages = 100;

    /// <summary>How far a server's clock may be from ours, where no time of the server's own is known.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromDays(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    internal override Step<Transition> Next() =>
        Usual.AskAny(new ListOutgoingPayments(Intent.Sender.ResourceServer, Consent.Token.Value, Intent.Sender.Id, Cursor), Answered);

    internal override Stage Unwind() => this with { Doubt = Doubt with { MayResend = false } };

    private Transition Answered(Listing answer) => answer switch
    {
        Listing.Body { Value: var page, At: var at } =>
            Find(page) is { } found ? Found(found, at)
            : IsRead(page) ? NotFound(Doubt with { Listed = true }, at)
            : page.Pagination?.EndCursor is { } cursor && Page < MostPages ? new Transition.To(this with { Page = Page + 1, Cursor = cursor })
            : NotFound(Doubt, at),
        Listing.Refused { Refusal: var refusal } when Usual.MayRenew(this, refusal) => Tokens.Renew(this),
        Listing.Refused { At: var at } => NotFound(Doubt, at),
        Listing.Lost { At: var at } => NotFound(Doubt, at),
    };

    /// <summary>Of several, one that has not failed.</summary>
    private Seen? Find(ListOutgoingPaymentsResponse page) => page.Result?.Select(Seen.Of).Where(Intent.Is).OrderBy(payment => payment.Failed).FirstOrDefault();

    /// <summary>The list ends here, or what follows is older than the quote, or than the first request.</summary>
    private bool IsRead(ListOutgoingPaymentsResponse page) => page.Result is { } listed
        && (page.Pagination is null or { HasNextPage: false }
            || (listed is [.., var oldest] && oldest.CreatedAt < (Intent.Quote?.CreatedAt ?? Doubt.Since - ClocksApart)));

    private Transition NotFound(Doubt doubt, DateTimeOffset at)
    {
        var next = at + RetryPolicy.BackOff(Tries, LongestPause);
        return doubt.MayResend && next < Intent.SendUntil && next - doubt.Since < Patience
            ? new Transition.Later(next, new CreatingOutgoingPayment(Intent, Consent, doubt) { Tries = Tries + 1 })
            : new Transition.To(new AskingReceiver(Intent, Consent, doubt with { MayResend = false }) { Tries = Tries });
    }
}

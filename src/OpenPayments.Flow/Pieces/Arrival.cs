using OpenPayments.Generated;
using static OpenPayments.Flow.Settling;
using Received = OpenPayments.Flow.Answer<OpenPayments.Generated.IncomingPaymentView>;
using Sent = OpenPayments.Flow.Answer<OpenPayments.Generated.OutgoingPayment>;

namespace OpenPayments.Flow;

/// <summary>
/// What the two sides say of a payment that was made. What the sender's server says was sent is no proof of arrival: fees are not in
/// it, and it may be another asset.
/// </summary>
internal static class Arrival
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public static Turn Followed(Following s, Sent answer) => answer switch
    {
        Sent.Body { Value: { Failed: true, SentAmount.Value: 0 }, At: var at } => new Turn.Learnt(new Outcome.Unpaid(Failure(s, "Nothing was paid."), at)),
        Sent.Body { Value: { Failed: true } payment } => new Turn.To(new Confirming(s.Made, s.Incoming, payment.SentAmount, GaveUp: Failure(s, "A part was sent before it failed: see the receipt."))),
        Sent.Body { Value: { SentAmount.Value: 0 }, At: var at } => Later(s, at),
        Sent.Body { Value: var payment } => Confirm(s, payment.SentAmount),
        Sent.Refused { Refusal: var refusal } when Troubles.MayRevive(s, refusal) => Troubles.Revive(s),
        // the sender's side does not tell (its token is gone, its server is down): the receiver's still does
        Sent.Refused or Sent.Lost => Confirm(s, s.Sent),
    };

    public static Turn Confirmed(Confirming s, Received answer) => answer switch
    {
        Received.Body { Value: var view, At: var at } => view.Match(
            incomingPaymentWithMethods: p => Judge(s, p.ReceivedAmount, p.Completed == true, at),
            publicIncomingPayment: p => Judge(s, p.ReceivedAmount, closed: false, at),
            unknown: _ => Unseen(s, at)),
        Received.Refused { Refusal.Status: 401 or 403 } when !s.Publicly => new Turn.To(s with { Publicly = true }),
        Received.Refused { At: var at } => Unseen(s, at),
        Received.Lost { At: var at } => Unseen(s, at),
    };

    private static Turn Confirm(Following s, Amount? sent) => new Turn.To(new Confirming(s.Made, s.Incoming, sent) { Tries = s.Tries });

    /// <summary>The amount decides, not the word "completed": a receiver may close an incoming payment before it is paid.</summary>
    private static Turn Judge(Confirming s, Amount? received, bool closed, DateTimeOffset at) =>
        received is not null && HasArrived(s, received) ? new Turn.Learnt(new Outcome.Paid(Receipt(s, received)))
        : s.GaveUp is { } reason ? new Turn.Learnt(new Outcome.PaidInPart(reason, Receipt(s, received)))
        : closed && received is { Value: > 0 } ? new Turn.Learnt(new Outcome.PaidInPart(Closed(s), Receipt(s, received)))
        : Later(s, at);

    private static bool HasArrived(Settling s, Amount received)
    {
        var expected = s.Incoming.Amount ?? s.Made.Receive;
        // nothing is no arrival, though a server that quoted nothing (without a quote, nobody checked) would have it so
        return received.Value > 0 && received.Value >= expected.Value && received with { Value = expected.Value } == expected;
    }

    private static Turn Unseen(Confirming s, DateTimeOffset at) => s.GaveUp is { } reason && s.Tries >= Troubles.MostTries
        ? new Turn.Learnt(new Outcome.PaidInPart(reason, Receipt(s, null)))
        : s.GaveUp is not null ? new Turn.Later(at + Backoff.After(s.Tries, LongestPause), s with { Tries = s.Tries + 1 })
        : Later(s, at);

    private static Turn Later(Confirming s, DateTimeOffset at) => Later(new Following(s.Made, s.Incoming, s.Sent) { Tries = s.Tries }, at);

    /// <summary>Look again after a pause, until it has been followed for long enough to say that this will not be found out.</summary>
    private static Turn Later(Following s, DateTimeOffset at)
    {
        if (at < s.Made.FollowUntil) return new Turn.Later(at + Backoff.After(s.Tries, LongestPause), s with { Tries = s.Tries + 1, Renewed = false });
        var reason = new Reason(Reason.Codes.SettlementUnknown, s.Step,
            "The outgoing payment was made, and it was not seen to arrive.",
            $"Look at the outgoing payment {s.Made.Id} and the incoming payment {s.Incoming.Id} before paying again.", Fault.Provider);
        return new Turn.Learnt(new Outcome.Unknown(reason, new Receipt(s.Made.Debit, s.Made.Receive, s.Sent, null, s.Incoming.Id, s.Made.Id)));
    }

    private static Reason Failure(Settling s, string paid) => new(Reason.Codes.PaymentFailed, s.Step,
        "The sender's provider accepted the payment and then could not make it, as when the account has not enough money.",
        $"{paid} Ask the payer to look at the account, then start the payment again.", Fault.Payer);

    private static Reason Closed(Settling s) => new(Reason.Codes.ReceiverClosed, s.Step,
        "The receiver closed the incoming payment before all of it had arrived.",
        "A part was paid: see the receipt. Settle the rest with the receiver.", Fault.Provider);

    private static Receipt Receipt(Confirming s, Amount? received) => new(s.Made.Debit, s.Made.Receive, s.Sent, received, s.Incoming.Id, s.Made.Id);
}

using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;
using Received = OpenPayments.Flow.Answer<OpenPayments.Generated.IncomingPaymentView>;
using Sent = OpenPayments.Flow.Answer<OpenPayments.Generated.OutgoingPayment>;

namespace OpenPayments.Flow;

/// <summary>
/// Guide step 10. A 201 says accepted, not paid: the outgoing payment is read until money has left, then the incoming payment until
/// it has arrived. What the sender's server says was sent is no proof: fees are not in it, and it may be another asset.
/// </summary>
internal static class Settlement
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public static Payment Followed(Following s, Sent answer) => answer switch
    {
        Sent.Body { Value: { Failed: true } payment } => Fail(s, payment),
        Sent.Body { Value: { SentAmount.Value: 0 }, At: var at } => Later(s, at),
        Sent.Body { Value: var payment } => Confirm(s, s.Outgoing with { Sent = payment.SentAmount }),
        // the sender's side does not tell (its token has run out, its server is down): the receiver's still does
        Sent.Refused or Sent.Lost => Confirm(s, s.Outgoing),
    };

    public static Payment Confirmed(Confirming s, Received answer) => answer switch
    {
        Received.Body { Value: var view, At: var at } => view.Match(
            incomingPaymentWithMethods: p => Arrived(s, p.ReceivedAmount) ? Complete(s, p.ReceivedAmount) : Later(s, at),
            publicIncomingPayment: p => p.ReceivedAmount is { } received && Arrived(s, received) ? Complete(s, received) : Later(s, at),
            unknown: _ => Later(s, at)),
        Received.Refused { Refusal.Status: 401 or 403 } when s.Token is not null => s with { Token = null },
        Received.Refused { At: var at } => Later(s, at),
        Received.Lost { At: var at } => Later(s, at),
    };

    private static Confirming Confirm(Following s, Followed outgoing) =>
        new(s.Order, s.Incoming, s.Quote, s.Consent, outgoing, s.Incoming.Token) { Tries = s.Tries };

    /// <summary>The amount decides, not the word "completed": a receiver may close an incoming payment before it is paid.</summary>
    private static bool Arrived(Confirming s, Amount received) =>
        received.Value >= s.Order.IncomingAmount.Value && received with { Value = s.Order.IncomingAmount.Value } == s.Order.IncomingAmount;

    private static Completed Complete(Confirming s, Amount received) => new(Receipt(s.Quote, s.Incoming, s.Outgoing, received));

    private static Failed Fail(Following s, OutgoingPayment payment)
    {
        var part = payment.SentAmount.Value == 0 ? "Nothing was paid." : "A part was sent before it failed: see the receipt.";
        var reason = new Reason(Reason.Codes.PaymentFailed, PaymentSummary.StepOf(s),
            "The sender's provider accepted the payment and then could not make it, as when the account has not enough money.",
            $"{part} Ask the payer to look at the account, then start the payment again.", Fault.Payer);
        return new Failed(reason, Receipt(s.Quote, s.Incoming, s.Outgoing with { Sent = payment.SentAmount }, null));
    }

    private static Payment Later(Confirming s, DateTimeOffset at) =>
        Later(new Following(s.Order, s.Incoming, s.Quote, s.Consent, s.Outgoing) { Tries = s.Tries }, at);

    /// <summary>Look again after a pause, until it has been followed for long enough to say that this will not be found out.</summary>
    private static Payment Later(Following s, DateTimeOffset at)
    {
        if (at < s.Outgoing.FollowUntil) return new Waiting(at + Backoff.After(s.Tries, LongestPause), s with { Tries = s.Tries + 1 });
        var reason = new Reason(Reason.Codes.SettlementUnknown, PaymentSummary.StepOf(s),
            "The outgoing payment was made, and it was not seen to arrive.",
            $"Look at the outgoing payment {s.Outgoing.Id} and the incoming payment {s.Incoming.Id} before paying again.", Fault.Provider);
        return new Uncertain(reason, Receipt(s.Quote, s.Incoming, s.Outgoing, null));
    }

    private static Receipt Receipt(Quoted quote, Incoming incoming, Followed outgoing, Amount? received) =>
        new(quote.Debit, quote.Receive, outgoing.Sent, received, incoming.Id, outgoing.Id);
}

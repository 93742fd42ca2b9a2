using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using Shown = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.IncomingPaymentView>;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// The sender's side does not show the outgoing payment; the receiver's may show its money. Nothing else is paid to this incoming
/// payment, so whatever arrived there is ours.
/// </summary>
/// <param name="Intent">What is to be paid.</param>
/// <param name="Consent">What the payer agreed to.</param>
/// <param name="Doubt">What is not known.</param>
/// <param name="Publicly">The public part is asked for, which needs no token.</param>
public sealed record AskingReceiver(Intent Intent, Consent Consent, Doubt Doubt, bool Publicly = false) : OutgoingPaymentStage(Intent, Consent)
{
    /// <summary>After the incoming payment's end plus this, nothing that is still under way arrives.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    internal override Step<Transition> Next() => Usual.AskAny(new GetIncomingPayment(Intent.Incoming.Id, Publicly ? null : Intent.Incoming.Token.Value), Answered);

    internal override Stage Unwind() => this;

    private Transition Answered(Shown answer) => answer switch
    {
        Shown.Body { Value: var view, At: var at } => ReceiverSight.Of(view, Intent.Incoming) switch
        {
            { Received: { Value: > 0 } arrived } => Arrived(arrived, at),
            { Received: not null } => NothingArrived(at),
            _ => Later(at),
        },
        Shown.Refused { Refusal: { Status: 401 or 403 } } when !Publicly => new Transition.To(this with { Publicly = true }),
        // an expired one to which nothing came is no longer there
        Shown.Refused { Refusal.Status: 401 or 403 or 404 or 410, At: var at } => NothingArrived(at),
        Shown.Refused { At: var at } => Later(at),
        Shown.Lost { At: var at } => Later(at),
    };

    /// <summary>
    /// It was made. Where only the sender's server knows how much is to arrive, that one is asked on: without it nobody can say whether this
    /// is all.
    /// </summary>
    private Transition Arrived(Amount arrived, DateTimeOffset at)
    {
        var isSettled = (Intent.Incoming.Amount ?? Intent.Receive) is not null;
        return isSettled ? Made(arrived, at + Patience) : (this with { Doubt = Doubt with { Arrived = arrived } }).Later(at);
    }

    private Transition Made(Amount arrived, DateTimeOffset until) => new Transition.Found(new Outgoing(null, Intent, Intent.Receive, Consent.Token, until, Arrived: arrived));

    /// <summary>Certain only when nothing can arrive any more, and the sender's server does not list a payment either.</summary>
    private Transition NothingArrived(DateTimeOffset at) => Doubt is { Listed: true, Arrived: null } && Intent.Incoming.ExpiresAt is { } end && at - end >= Grace
        ? Transition.Stop(new Reason(Reason.Codes.PaymentNotMade, StepName, "The outgoing payment was sent for, and the sender's server never made it.",
            "Nothing was paid. The payment can be started again.", Fault.Network), at)
        : Later(at);

    private Transition Later(DateTimeOffset at)
    {
        // what arrived stays known, whoever does not answer later
        if (at - Doubt.Since >= Patience) return Doubt.Arrived is { } arrived ? Made(arrived, at) : Unknown();
        var next = at + RetryPolicy.BackOff(Tries, LongestPause);
        // the first moment at which it can be certain is worth waking up for
        if (Intent.Incoming.ExpiresAt is { } end && at - end < Grace && end - DateTimeOffset.MinValue > Grace && next > end + Grace) next = end + Grace;
        return new Transition.Later(next, new SearchingOutgoingPayment(Intent, Consent, Doubt with { Listed = false }) { Tries = Tries + 1 });
    }

    private Transition Unknown() => Transition.StopUnknown(
        new Reason(Reason.Codes.PaymentUnknown, StepName, "The outgoing payment was sent for, and it cannot be found out whether it was made.",
            $"Look at the incoming payment {Intent.Incoming.Id} at the receiver's, or at the sender's account, before paying again.", Fault.Network),
        new Receipt(Intent.Debit, Intent.Receive, null, null, Intent.Incoming.Id, null));
}

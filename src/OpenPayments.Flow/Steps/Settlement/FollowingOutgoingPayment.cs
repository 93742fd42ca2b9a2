using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using Sent = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.OutgoingPayment>;

namespace OpenPayments.Flow.Steps;

/// <summary><c>GET</c> of an outgoing payment.</summary>
/// <param name="Id">Its URL, as it was given.</param>
/// <param name="Token">A token for <c>outgoing-payment</c> with <c>read</c>.</param>
public sealed record GetOutgoingPayment(Uri Id, Secret Token) : Question<OutgoingPayment>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<OutgoingPayment>, TState> next) =>
        interpreter.GetOutgoingPayment(this, next);
}

/// <summary>The outgoing payment is to be read until money moves.</summary>
public sealed record FollowingOutgoingPayment(Outgoing Outgoing, Incoming Incoming, Sight Sight) : SettlementStage(Outgoing, Incoming, Sight)
{
    /// <summary>So often nothing has left yet before the receiver is asked all the same: a sender's server may stop counting.</summary>
    private const int Trusting = 3;

    internal override Step<Transition> Next() => Usual.AskAny(new GetOutgoingPayment(Outgoing.Id!, Outgoing.Token.Value), Answered);

    private Transition Answered(Sent answer) => answer switch
    {
        Sent.Body { Value: var payment, At: var at } => Read(payment, at),
        Sent.Refused { Refusal: var refusal } when Usual.MayRenew(this, refusal) => Tokens.Renew(this),
        // the sender's side does not tell (its token is gone, its server is down): the receiver's still does
        Sent.Refused or Sent.Lost => Confirm(Sight, failed: false),
    };

    private Transition Read(OutgoingPayment payment, DateTimeOffset at)
    {
        if (Contradiction.First(Contradiction.Url("id", payment.Id, Outgoing.Id!), Outgoing.Intent.WhyNot(Seen.Of(payment))) is { } contradiction)
            return Confirm(Sight with { Contradiction = contradiction }, failed: false);
        var sight = Sight with { Sent = payment.SentAmount, Contradiction = null };
        return payment is { Failed: not true, SentAmount.Value: 0 } && Tries < Trusting ? Later(this with { Sight = sight }, at) : Confirm(sight, payment.Failed == true);
    }

    private Transition Confirm(Sight sight, bool failed) => new Transition.To(new ConfirmingArrival(Outgoing, Incoming, sight, Failed: failed) { Tries = Tries });
}

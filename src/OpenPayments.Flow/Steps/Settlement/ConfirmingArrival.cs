using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using Received = OpenPayments.Flow.Plans.Answer<OpenPayments.Generated.IncomingPaymentView>;

namespace OpenPayments.Flow.Steps;

/// <summary><c>GET</c> of an incoming payment.</summary>
/// <param name="Id">Its URL, as it was given.</param>
/// <param name="Token">A token with <c>read</c>; null reads the public part, which needs none and is not signed.</param>
public sealed record GetIncomingPayment(Uri Id, Secret? Token) : Question<IncomingPaymentView>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<IncomingPaymentView>, TState> next) =>
        interpreter.GetIncomingPayment(this, next);
}

/// <summary>
/// The incoming payment is to be read, to see the money arrive. What the sender's server says was sent is no proof of arrival: fees are
/// not in it, and it may be another asset.
/// </summary>
/// <param name="Outgoing">The outgoing payment.</param>
/// <param name="Incoming">The incoming payment.</param>
/// <param name="Sight">What was last seen.</param>
/// <param name="Publicly">Its public part, which needs no token.</param>
/// <param name="Failed">The sender's server will send no more.</param>
public sealed record ConfirmingArrival(Outgoing Outgoing, Incoming Incoming, Sight Sight, bool Publicly = false, bool Failed = false)
    : SettlementStage(Outgoing, Incoming, Sight)
{
    internal override Step<Transition> Next() => Usual.AskAny(new GetIncomingPayment(Incoming.Id, Publicly ? null : Incoming.Token.Value), Answered);

    private Transition Answered(Received answer) => answer switch
    {
        Received.Body { Value: var view, At: var at } => Judge(ReceiverSight.Of(view, Incoming), at),
        Received.Refused { Refusal.Status: 401 or 403 } when !Publicly => new Transition.To(this with { Publicly = true }),
        Received.Refused { At: var at } => LookAgain(this, at),
        Received.Lost { At: var at } => LookAgain(this, at),
    };

    /// <summary>The amount decides, not the word "completed": a receiver may close an incoming payment before it is paid.</summary>
    private Transition Judge(ReceiverSight shown, DateTimeOffset at)
    {
        if (shown.Received is not { } received) return LookAgain(this, at);
        var s = this with { Sight = Sight with { Received = received } };
        if (HasArrived(received))
            return new Transition.Found(Sight.Contradiction is { } contradiction ? new Outcome.Unknown(Contradicted(contradiction), s.Receipt) : new Outcome.Paid(s.Receipt));
        if (Failed && received.Value == 0) return new Transition.Found(new Outcome.Unpaid(Failure("Nothing was paid."), at));
        if (Failed) return new Transition.Found(new Outcome.PaidInPart(Failure("A part was sent before it failed: see the receipt."), s.Receipt));
        // where no server said what is to arrive, nobody knows whether it is all that the receiver closed it with
        return shown.Closed && received.Value > 0 && Expected is not null ? new Transition.Found(new Outcome.PaidInPart(Closed, s.Receipt)) : LookAgain(s, at);
    }

    /// <summary>Nothing is no arrival, though a server that quoted nothing (without a quote, nobody checked) would have it so.</summary>
    private bool HasArrived(Amount received) => Expected is { } expected
        && received.Value > 0 && received.Value >= expected.Value && received with { Value = expected.Value } == expected;

    /// <summary>What is to arrive; null where no server said.</summary>
    private Amount? Expected => Incoming.Amount ?? Outgoing.Intent.Receive ?? Outgoing.Receive;

    /// <summary>A sender's server that has failed is not asked again.</summary>
    private Transition LookAgain(ConfirmingArrival seen, DateTimeOffset at) =>
        Later(Failed || Outgoing.Id is null ? seen : new FollowingOutgoingPayment(Outgoing, Incoming, seen.Sight), at);

    private Reason Closed => new(Reason.Codes.ReceiverClosed, Step, "The receiver closed the incoming payment before all of it had arrived.",
        "A part was paid: see the receipt. Settle the rest with the receiver.", Fault.Provider);
}

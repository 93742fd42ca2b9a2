using LanguageExt;
using OpenPayments.Flow.Plans;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow;

/// <summary>
/// The flows as one Moore machine: from a state follows the one question to ask, from its answer the next state. What each flow does
/// stands in its order's file, what each answer leads to in the steps.
/// </summary>
public static class Flows
{
    /// <summary>The first state, or what is wrong with the order (<c>Left</c>). Nothing has been asked of anyone yet.</summary>
    public static Either<OrderError, FlowState> Start(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Check() is { } error
            ? Left<OrderError, FlowState>(error)
            : Right<OrderError, FlowState>(new FlowState(order, PlanMachine.Begin(order.NamedPlan())));
    }

    /// <summary>What to ask next, and what each answer leads to.</summary>
    /// <exception cref="PlanMismatchException">Another version of the flow wrote the state; nothing is asked.</exception>
    public static Step<FlowState> Next(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return PlanMachine.Next(state.Order.NamedPlan(), state.Progress, progress => state with { Progress = progress });
    }

    /// <summary>
    /// The payer's browser came back from the consent page. <c>Left</c>: what it brought did not come from the wallet, or nobody waits for
    /// it; nothing has changed.
    /// </summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="result">What the browser brought, decoded from the query of the finish URI.</param>
    /// <param name="at">The time now.</param>
    public static Either<Rejection, FlowState> Return(FlowState state, InteractionResult result, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(result);
        return Receive(state, new Event.Returned(result), at);
    }

    /// <summary>
    /// Orders the next payment under a grant (<see cref="FuturePayments"/>). <c>Left</c>: it is not well-formed, or the order waits for none
    /// now: one is under way, the payer has not agreed yet, or it is closed.
    /// </summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="payment">What is to be paid.</param>
    /// <param name="at">The time now.</param>
    public static Either<Rejection, FlowState> Order(FlowState state, FuturePayment payment, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(payment);
        return state.Order is FuturePayments order && OrderRules.Future(order.Sender, payment) is { } error
            ? Left<Rejection, FlowState>(new Rejection.Malformed(error.Field, error.Why))
            : Receive(state, new Event.Ordered(payment), at);
    }

    /// <summary>No more payments will be ordered under the grant, which is given back. <c>Left</c>: the order does not wait for any now.</summary>
    /// <param name="state">Where the order stands.</param>
    /// <param name="at">The time now.</param>
    public static Either<Rejection, FlowState> Close(FlowState state, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Receive(state, new Event.Closed(), at);
    }

    /// <summary>
    /// Cancels the order. Before money was asked for it ends as cancelled and gives its grants back; a payment that is under way is
    /// followed to its end first; of a recurring order no later period is paid. After it, no new payment is made. <c>Left</c>: it is over,
    /// or was cancelled before.
    /// </summary>
    /// <param name="state">Where the order stands, with no request in flight: one that was cut off is answered as lost first.</param>
    /// <param name="why">For people; it becomes part of the reason.</param>
    /// <param name="at">The time now.</param>
    public static Either<Rejection, FlowState> Cancel(FlowState state, string why, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(why);
        return PlanMachine.Cancel(state.Order.NamedPlan(), state.Progress, why, at).Map(progress => state with { Progress = progress });
    }

    private static Either<Rejection, FlowState> Receive(FlowState state, Event happened, DateTimeOffset at) =>
        PlanMachine.Receive(state.Order.NamedPlan(), state.Progress, happened, at).Map(progress => state with { Progress = progress });
}

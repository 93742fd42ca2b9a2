using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow;

/// <summary>An order, and how far it has come: the state of every flow. It is written down with <see cref="FlowJson"/>.</summary>
/// <param name="Order">What is to be done.</param>
/// <param name="Progress">Where it stands.</param>
public sealed record FlowState(Order Order, Progress Progress);

/// <summary>
/// The flows as one Moore machine: from a state follows the one question to ask, from its answer the next state. What each flow does
/// stands in its order's file, what each answer leads to in the pieces.
/// </summary>
public static class Flows
{
    /// <summary>The first state, or what is wrong with the order (<c>Left</c>). Nothing has been asked of anyone yet.</summary>
    public static Either<OrderError, FlowState> Start(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Check() is { } error
            ? Left<OrderError, FlowState>(error)
            : Right<OrderError, FlowState>(new FlowState(order, PlanMachine.Begin(order.ToPlan())));
    }

    /// <summary>What to ask next, and what each answer leads to.</summary>
    public static Step<FlowState> Next(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return PlanMachine.Next(new Deferred<Result>(state.Order.ToPlan), state.Progress, progress => state with { Progress = progress });
    }
}

using LanguageExt;
using OpenPayments.Flow;
using OpenPayments.Flow.Plans;

namespace OpenPayments.Client;

/// <summary>What a runner has to know of a flow: what it asks, and what the events from outside do.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public interface IFlowMachine<TState>
{
    /// <summary>What to ask next, and what each answer leads to.</summary>
    Step<TState> Next(TState state);

    /// <summary>The payer's browser came back. <c>Left</c>: nothing has changed.</summary>
    Either<Rejection, TState> Return(TState state, InteractionResult result, DateTimeOffset at);

    /// <summary>The order is cancelled. <c>Left</c>: nothing has changed.</summary>
    Either<Rejection, TState> Cancel(TState state, string why, DateTimeOffset at);
}

/// <summary>Makes flow machines.</summary>
public static class FlowMachine
{
    /// <summary>The nine orders.</summary>
    public static IFlowMachine<FlowState> OfOrders { get; } = new Orders();

    /// <summary>A plan of your own.</summary>
    public static IFlowMachine<Progress> OfPlan(Plan<Result> plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new OwnPlan(plan);
    }

    private sealed class Orders : IFlowMachine<FlowState>
    {
        public Step<FlowState> Next(FlowState state) => Flows.Next(state);

        public Either<Rejection, FlowState> Return(FlowState state, InteractionResult result, DateTimeOffset at) => Flows.Return(state, result, at);

        public Either<Rejection, FlowState> Cancel(FlowState state, string why, DateTimeOffset at) => Flows.Cancel(state, why, at);
    }

    private sealed class OwnPlan(Plan<Result> plan) : IFlowMachine<Progress>
    {
        public Step<Progress> Next(Progress state) => PlanMachine.Next(plan, state);

        public Either<Rejection, Progress> Return(Progress state, InteractionResult result, DateTimeOffset at) => PlanMachine.Return(plan, state, result, at);

        public Either<Rejection, Progress> Cancel(Progress state, string why, DateTimeOffset at) => PlanMachine.Cancel(plan, state, why, at);
    }
}

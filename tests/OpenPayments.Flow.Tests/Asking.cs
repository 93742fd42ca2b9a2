namespace OpenPayments.Flow.Tests;

/// <summary>How an example reads: a stage, after an answer, is another stage, a fact or an interruption; a progress is another progress.</summary>
internal static class Asking
{
    /// <summary>What an answer does to a piece; fails if the answer is rejected or is none to this stage's question.</summary>
    public static Turn After<T>(this Stage stage, Answer<T> answer) => Taken(stage.Step<T>().Then(answer));

    /// <summary>The same after a turn that leads to another stage.</summary>
    public static Turn After<T>(this Turn turn, Answer<T> answer) => turn.Stage().After(answer);

    /// <summary>Why an answer is turned away; fails if it is not.</summary>
    public static Rejection Rejects<T>(this Stage stage, Answer<T> answer) => stage.Step<T>().Then(answer).Match(
        Right: to => throw new InvalidOperationException($"not rejected: {to}"),
        Left: why => why);

    /// <summary>The question that a stage asks.</summary>
    public static Request<T> Asks<T>(this Stage stage) => stage.Step<T>().Question;

    /// <summary>The stage that a turn leads to, at once or later.</summary>
    public static Stage Stage(this Turn turn) => turn switch
    {
        Turn.To t => t.Stage,
        Turn.Later t => t.Stage,
        Turn.Rotate t => t.Stage,
        _ => throw new InvalidOperationException($"leads to no stage: {turn}"),
    };

    /// <summary>Where a flow goes from here; fails as <see cref="After{T}(Flow.Stage, Answer{T})"/> does.</summary>
    public static FlowState After<T>(this FlowState state, Answer<T> answer) => Flows.Next(state) is Step<FlowState>.Ask<T> step
        ? Taken(step.Then(answer))
        : throw new InvalidOperationException($"{state.Progress} does not ask for a {typeof(T).Name}");

    /// <summary>Where a progress goes that asks nothing of its plan: one that waits or renews a token.</summary>
    public static Progress After<T>(this Progress progress, Answer<T> answer) => Taken(progress.Step<T>().Then(answer));

    /// <summary>The question of such a progress.</summary>
    public static Request<T> Asks<T>(this Progress progress) => progress.Step<T>().Question;

    private static TState Taken<TState>(LanguageExt.Either<Rejection, TState> next) => next.Match(
        Right: to => to,
        Left: why => throw new InvalidOperationException($"rejected: {why}"));

    private static Step<Turn>.Ask<T> Step<T>(this Stage stage) => stage.Next() as Step<Turn>.Ask<T>
        ?? throw new InvalidOperationException($"{stage.GetType().Name} does not ask for a {typeof(T).Name}");

    private static Step<Progress>.Ask<T> Step<T>(this Progress progress) => PlanMachine.Next(Orders.OneTime.ToPlan(), progress) as Step<Progress>.Ask<T>
        ?? throw new InvalidOperationException($"{progress.GetType().Name} does not ask for a {typeof(T).Name}");
}

using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests;

/// <summary>How an example reads: a stage, after an answer, makes a transition; a state leads to another state.</summary>
internal static class Stepping
{
    /// <summary>What an answer does to a step; fails if it answers no request of this stage.</summary>
    public static Transition After<T>(this Stage stage, Answer<T> answer) => stage.Ask<T>().Next(answer);

    /// <summary>The same after a transition that leads to another stage.</summary>
    public static Transition After<T>(this Transition transition, Answer<T> answer) => transition.Stage().After(answer);

    /// <summary>The request that a stage sends.</summary>
    public static Request<T> Sends<T>(this Stage stage) => stage.Ask<T>().Request;

    /// <summary>The request that a stage sends, by its own type.</summary>
    public static TRequest Sends<TRequest, T>(this Stage stage)
        where TRequest : Request<T> => Xunit.Assert.IsType<TRequest>(stage.Sends<T>());

    /// <summary>What a drawn text does.</summary>
    public static Transition Draws(this Stage stage, Secret text, DateTimeOffset at) =>
        ((Step<Transition>.Draw)stage.Next()).Next(text, at);

    /// <summary>What the time does, where a stage waits for it.</summary>
    public static Transition At(this Stage stage, DateTimeOffset at) => ((Step<Transition>.Wait)stage.Next()).Next(at);

    /// <summary>What the time does, where a stage waits for an event from outside that does not come.</summary>
    public static Transition TimesOut(this Stage stage, DateTimeOffset at) => ((Step<Transition>.Await)stage.Next()).TimedOut(at);

    /// <summary>What an event from outside does; fails if it is turned away.</summary>
    public static Transition Takes(this Stage stage, Event happened, DateTimeOffset? at = null) => stage.OnEvent(happened, at ?? Given.Noon)
        .Match(Right: to => to, Left: why => throw new InvalidOperationException($"turned away: {why}"));

    /// <summary>Why an event from outside is turned away; fails if it is not.</summary>
    public static Rejection Rejects(this Stage stage, Event happened, DateTimeOffset? at = null) =>
        stage.OnEvent(happened, at ?? Given.Noon)
        .Match(Right: to => throw new InvalidOperationException($"not turned away: {to}"), Left: why => why);

    /// <summary>The stage that a transition leads to, at once or later.</summary>
    public static Stage Stage(this Transition transition) => transition switch
    {
        Transition.To t => t.Stage,
        Transition.Later t => t.Stage,
        Transition.Replaced t => t.Stage,
        _ => throw new InvalidOperationException($"leads to no stage: {transition}"),
    };

    /// <summary>Where a flow goes from here.</summary>
    public static FlowState After<T>(this FlowState state, Answer<T> answer) => Flows.Next(state) is Step<FlowState>.Ask<T> step
        ? step.Next(answer)
        : throw new InvalidOperationException($"{state.Progress} does not ask for a {typeof(T).Name}");

    /// <summary>The first state of an order; fails if the order is refused.</summary>
    public static FlowState Started(this Order order) =>
        Flows.Start(order).Match(Right: state => state, Left: error => throw new InvalidOperationException(error.Why));

    /// <summary>What stands behind waiting and giving back.</summary>
    public static Progress Behind(this Progress progress) => progress switch
    {
        Progress.Waiting p => p.Then,
        Progress.Releasing p => p.Next.Behind(),
        _ => progress,
    };

    private static Step<Transition>.Ask<T> Ask<T>(this Stage stage) => stage.Next() as Step<Transition>.Ask<T>
        ?? throw new InvalidOperationException($"{stage.GetType().Name} does not ask for a {typeof(T).Name}");
}

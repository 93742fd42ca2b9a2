using System.Text.Json;

namespace OpenPayments.Flow.Testing;

/// <summary>
/// Holds a changed plan to the states that its earlier versions stored: each must go on as it did. Record states once
/// (<see cref="RecordOrder"/>, <see cref="RecordPlan"/>), keep them in the repository, and check them in a test.
/// </summary>
public static class ReplayCheck
{
    /// <summary>Records the state of an order. Use a test's state: it holds tokens.</summary>
    public static RecordedState RecordOrder(string name, FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(name, FlowJson.Write(state), Asked(Next(state)));
    }

    /// <summary>Records the progress of a plan of your own. Use a test's progress: it holds tokens.</summary>
    public static RecordedState RecordPlan(string name, Plan<Result> plan, Progress progress) =>
        new(name, ProgressJson.Write(progress), Asked(PlanMachine.Next(plan, progress)));

    /// <summary>Whether each state of an order goes on as it did.</summary>
    public static IReadOnlyList<ReplayVerdict> OfOrders(IEnumerable<RecordedState> states) => Of(states, json => Next(FlowJson.Read(json)));

    /// <summary>Whether each progress of a plan of your own goes on as it did.</summary>
    public static IReadOnlyList<ReplayVerdict> OfPlan(Plan<Result> plan, IEnumerable<RecordedState> states) =>
        Of(states, json => PlanMachine.Next(plan, ProgressJson.Read(json)));

    private static Step<Progress> Next(FlowState state) => Flows.Next(state).Map(next => next.Progress);

    private static IReadOnlyList<ReplayVerdict> Of(IEnumerable<RecordedState> states, Func<byte[], Step<Progress>> next)
    {
        ArgumentNullException.ThrowIfNull(states);
        return [.. states.Select(state => new ReplayVerdict(state.Name, Difference(state, next)))];
    }

    private static string? Difference(RecordedState state, Func<byte[], Step<Progress>> next)
    {
        try
        {
            return QuestionDifference.Between(state.Question, Asked(next(state.State)));
        }
        catch (PlanMismatchException e)
        {
            return e.Message;
        }
        catch (NewerFormatException e)
        {
            return e.Message;
        }
        catch (JsonException e)
        {
            return $"The state cannot be read: {e.Message}";
        }
    }

    private static string Asked(Step<Progress> step)
    {
        var question = RecordedQuestion.Of(step);
        return $"{question.Kind}\n{question.Content}";
    }
}

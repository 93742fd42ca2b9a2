using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>How far one step of a flow got.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record StepResult<TState>
{
    private StepResult() { }

    /// <summary>It was answered, and this is the next state.</summary>
    public sealed record To(TState State) : StepResult<TState>;

    /// <summary>An event from outside has to come, until a point in time.</summary>
    /// <param name="Redirect">Where a person's browser is to go; null where no person is waited for, but the next order under a grant.</param>
    /// <param name="Until">When to go on without: the flow then gives up waiting.</param>
    public sealed record Paused(Secret? Redirect, DateTimeOffset Until) : StepResult<TState>;

    /// <summary>Nothing is to be done before a point in time.</summary>
    public sealed record Sleeping(DateTimeOffset Until) : StepResult<TState>;

    /// <summary>There was no question: the flow is over.</summary>
    public sealed record Finished : StepResult<TState>;
}

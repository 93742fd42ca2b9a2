using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>How far one question got.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Move<TState>
{
    private Move() { }

    /// <summary>It was answered, and this is the next state.</summary>
    public sealed record To(TState State) : Move<TState>;

    /// <summary>What came back was no answer to it: the state stands.</summary>
    public sealed record Rejected(Rejection Rejection) : Move<TState>;

    /// <summary>A person has to answer, until a point in time.</summary>
    /// <param name="Redirect">Where that person's browser is to go.</param>
    /// <param name="Until">When to ask again: the flow then gives up on the person.</param>
    public sealed record Paused(Secret Redirect, DateTimeOffset Until) : Move<TState>;

    /// <summary>Nothing is to be done before a point in time.</summary>
    public sealed record Sleeping(DateTimeOffset Until) : Move<TState>;

    /// <summary>There was no question: the flow is over.</summary>
    public sealed record Finished : Move<TState>;
}

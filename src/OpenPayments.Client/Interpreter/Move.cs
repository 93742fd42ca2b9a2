using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>What came of one step of a flow.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Move<TState>
{
    private Move() { }

    /// <summary>The question was answered: this is the next state.</summary>
    public sealed record To(TState State) : Move<TState>;

    /// <summary>The answer was not one to this question: the state stands as it stood.</summary>
    public sealed record Rejected(Rejection Rejection) : Move<TState>;

    /// <summary>The flow waits for its payer.</summary>
    /// <param name="Redirect">Where to send the payer's browser.</param>
    /// <param name="Until">How long to wait: from then on, running the flow again answers that nobody came.</param>
    public sealed record Paused(Secret Redirect, DateTimeOffset Until) : Move<TState>;

    /// <summary>Nothing is to be done before this time.</summary>
    public sealed record Sleeping(DateTimeOffset Until) : Move<TState>;

    /// <summary>The flow is at its end.</summary>
    public sealed record Finished : Move<TState>;
}

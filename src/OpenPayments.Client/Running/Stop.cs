using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>Where a run came to rest. Where a state is named, it is in the store.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Stop<TState>
{
    private Stop() { }

    /// <summary>The flow is over.</summary>
    public sealed record Finished(TState State) : Stop<TState>;

    /// <summary>
    /// An event from outside has to come: a person has to go to <paramref name="Redirect"/>, or, where that is null, the next payment under
    /// a grant is to be ordered. From <paramref name="Until"/> on the flow is due again.
    /// </summary>
    public sealed record Paused(TState State, Secret? Redirect, DateTimeOffset Until) : Stop<TState>;

    /// <summary>The flow is due again at <paramref name="Until"/>.</summary>
    public sealed record Sleeping(TState State, DateTimeOffset Until) : Stop<TState>;

    /// <summary>The run was asked to stop between two questions; the flow is due at once, here or elsewhere.</summary>
    public sealed record Interrupted(TState State) : Stop<TState>;

    /// <summary>The event that was brought was turned away; nothing has changed.</summary>
    public sealed record Rejected(TState State, Rejection Rejection) : Stop<TState>;

    /// <summary>
    /// This release cannot carry the flow on: a newer one wrote it, or another version of its plan. It is left as it is, for a host of
    /// that release.
    /// </summary>
    /// <param name="Why">For people: which format or which line of the plan.</param>
    public sealed record LeftAlone(string Why) : Stop<TState>;

    /// <summary>Another run has claimed this flow.</summary>
    public sealed record Busy : Stop<TState>;

    /// <summary>The store has no such flow.</summary>
    public sealed record Unknown : Stop<TState>;
}

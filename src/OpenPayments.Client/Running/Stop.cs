using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>Where a run came to rest. Except for <see cref="Busy"/> and <see cref="Unknown"/> the state named is in the store.</summary>
/// <typeparam name="TState">The flow's states.</typeparam>
public abstract record Stop<TState>
{
    private Stop() { }

    /// <summary>The flow is over.</summary>
    public sealed record Finished(TState State) : Stop<TState>;

    /// <summary>A person has to go to <paramref name="Redirect"/>; from <paramref name="Until"/> on the flow is due again.</summary>
    public sealed record Paused(TState State, Secret Redirect, DateTimeOffset Until) : Stop<TState>;

    /// <summary>The flow is due again at <paramref name="Until"/>.</summary>
    public sealed record Sleeping(TState State, DateTimeOffset Until) : Stop<TState>;

    /// <summary>The run was asked to stop between two questions; the flow is due at once, here or elsewhere.</summary>
    public sealed record Interrupted(TState State) : Stop<TState>;

    /// <summary>The answer that was brought is none to the flow's question; nothing has changed.</summary>
    public sealed record Rejected(TState State, Rejection Rejection) : Stop<TState>;

    /// <summary>Another run has this flow in hand.</summary>
    public sealed record Busy : Stop<TState>;

    /// <summary>The store has no such flow.</summary>
    public sealed record Unknown : Stop<TState>;
}

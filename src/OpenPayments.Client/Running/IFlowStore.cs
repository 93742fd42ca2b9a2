namespace OpenPayments.Client;

/// <summary>
/// Where a host keeps its flows. Whatever it is made of, a save must outlive the process when it returns; one that lets go of the flow,
/// or marks a question that must not be asked twice, must outlive the machine's power too. Of two saves that name the same version
/// exactly one may take place: that is all that keeps two runs from asking the same question.
/// </summary>
/// <typeparam name="TState">The flow's states. They hold secrets: encrypt them at rest.</typeparam>
public interface IFlowStore<TState>
{
    /// <summary>The flow as it was last saved; null where there is none of this id.</summary>
    Task<Held<TState>?> LoadAsync(string id, CancellationToken ct);

    /// <summary>
    /// Puts <paramref name="next"/> in the place of version <paramref name="version"/> and makes it version + 1; false, and nothing done,
    /// where that is not its version. A flow that is not there yet has version 0.
    /// </summary>
    Task<bool> SaveAsync(string id, long version, Kept<TState> next, CancellationToken ct);

    /// <summary>
    /// Takes flows that are due and in nobody's hand into the caller's hand until <paramref name="leasedUntil"/>, and tells their ids, the
    /// longest due first. Of several callers each gets its own. Their versions stay.
    /// </summary>
    Task<IReadOnlyList<string>> TakeDueAsync(int most, DateTimeOffset leasedUntil, CancellationToken ct);
}

/// <summary>A flow as it comes from a store.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Version">To be named in the next save.</param>
/// <param name="Asked">Its question, which must not be asked twice, was about to be asked: whether it was is not known.</param>
/// <param name="LeasedUntil">Until then it is in some run's hand.</param>
public sealed record Held<TState>(TState State, long Version, bool Asked, DateTimeOffset LeasedUntil);

/// <summary>A flow as it goes into a store.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Asked">Its question must not be asked twice and is asked right after this save.</param>
/// <param name="DueAt">From when it is to be carried on; null where it is over.</param>
/// <param name="LeasedUntil">Until when it is in the saving run's hand; the time of the save, or earlier, where the run lets go.</param>
public sealed record Kept<TState>(TState State, bool Asked, DateTimeOffset? DueAt, DateTimeOffset LeasedUntil);

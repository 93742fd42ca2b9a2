namespace OpenPayments.Client;

/// <summary>
/// Where a host stores its flows. Whatever it is made of, a save must outlive the process when it returns; one that lets go of the flow,
/// or marks a request that must not be repeated as in flight, must outlive the machine's power too. Of two saves that name the same
/// version exactly one may take place: that is all that keeps two runs from sending the same request.
/// </summary>
/// <typeparam name="TState">The flow's states. They hold secrets: encrypt them at rest.</typeparam>
public interface IFlowStore<TState>
{
    /// <summary>The flow as it was last saved; null where there is none of this id.</summary>
    /// <exception cref="OpenPayments.Flow.NewerFormatException">A newer release wrote it: it is left alone.</exception>
    Task<LoadedFlow<TState>?> LoadAsync(string id, CancellationToken ct);

    /// <summary>
    /// Puts <paramref name="next"/> in the place of version <paramref name="version"/> and makes it version + 1; false, and nothing done,
    /// where that is not its version. A flow that is not there yet has version 0.
    /// </summary>
    Task<bool> SaveAsync(string id, long version, FlowSave<TState> next, CancellationToken ct);

    /// <summary>
    /// Claims flows that are due and that no run has claimed, until <paramref name="leasedUntil"/>, and tells their ids, the longest due
    /// first. Of several callers each gets its own. Their versions stay.
    /// </summary>
    Task<IReadOnlyList<string>> ClaimDueAsync(int most, DateTimeOffset leasedUntil, CancellationToken ct);
}

/// <summary>A flow as it comes from a store.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Version">To be named in the next save.</param>
/// <param name="InFlight">Its request, which must not be repeated, was about to be sent: whether it was is not known.</param>
/// <param name="LeasedUntil">Until then a run has claimed it.</param>
public sealed record LoadedFlow<TState>(TState State, long Version, bool InFlight, DateTimeOffset LeasedUntil);

/// <summary>A flow as it goes into a store.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="InFlight">Its request must not be repeated and is sent right after this save.</param>
/// <param name="DueAt">From when it is to be carried on; null where it is over.</param>
/// <param name="LeasedUntil">Until when the saving run claims it; the time of the save, or earlier, where the run lets go.</param>
public sealed record FlowSave<TState>(TState State, bool InFlight, DateTimeOffset? DueAt, DateTimeOffset LeasedUntil);

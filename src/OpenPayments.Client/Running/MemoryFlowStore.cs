namespace OpenPayments.Client;

/// <summary>
/// Keeps flows for as long as the process lives, for tests and for tools that a person watches. It breaks the first promise of
/// <see cref="IFlowStore{TState}"/>: what was under way when the process ends is lost, and with it the knowledge whether a payment was
/// made. Real payments belong into a store that outlives the process.
/// </summary>
/// <typeparam name="TState">The flow's states.</typeparam>
/// <param name="time">Says what is due.</param>
public sealed class MemoryFlowStore<TState>(TimeProvider time) : IFlowStore<TState>
{
    private readonly Dictionary<string, LoadedFlow<TState>> _flows = [];
    private readonly Dictionary<string, DateTimeOffset> _due = [];
    private readonly Lock _lock = new();

    /// <inheritdoc />
    public Task<LoadedFlow<TState>?> LoadAsync(string id, CancellationToken ct)
    {
        lock (_lock) return Task.FromResult(_flows.GetValueOrDefault(id));
    }

    /// <inheritdoc />
    public Task<bool> SaveAsync(string id, long version, FlowSave<TState> next, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(next);
        lock (_lock)
        {
            if ((_flows.GetValueOrDefault(id)?.Version ?? 0) != version) return Task.FromResult(false);
            _flows[id] = new LoadedFlow<TState>(next.State, version + 1, next.InFlight, next.LeasedUntil);
            if (next.DueAt is { } due) _due[id] = due;
            else _due.Remove(id);
            return Task.FromResult(true);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ClaimDueAsync(int most, DateTimeOffset leasedUntil, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            string[] claimed = [.. _due.Where(flow => flow.Value <= now && _flows[flow.Key].LeasedUntil <= now).OrderBy(flow => flow.Value).Select(flow => flow.Key).Take(most)];
            foreach (var id in claimed) _flows[id] = _flows[id] with { LeasedUntil = leasedUntil };
            return Task.FromResult<IReadOnlyList<string>>(claimed);
        }
    }
}

namespace OpenPayments.Client.Tests;

/// <summary>A store that keeps its promises and nothing on disk.</summary>
internal sealed class MemoryStore<TState>(TimeProvider time) : IFlowStore<TState>
{
    private readonly Dictionary<string, (Kept<TState> Flow, long Version)> _flows = [];

    /// <summary>Runs before each load, outside of the lock: a test makes two runs meet here.</summary>
    public Func<Task> Loading { get; set; } = () => Task.CompletedTask;

    public (Kept<TState> Flow, long Version) this[string id]
    {
        get
        {
            lock (_flows) return _flows[id];
        }
    }

    /// <summary>What a new host finds when this one is killed now.</summary>
    public MemoryStore<TState> Snapshot()
    {
        var copy = new MemoryStore<TState>(time);
        lock (_flows)
            foreach (var (id, row) in _flows) copy._flows[id] = row;
        return copy;
    }

    public void Add(string id, TState state) => _flows[id] = (new Kept<TState>(state, false, time.GetUtcNow(), time.GetUtcNow()), 1);

    public async Task<Held<TState>?> LoadAsync(string id, CancellationToken ct)
    {
        Held<TState>? held;
        lock (_flows) held = _flows.TryGetValue(id, out var row) ? new(row.Flow.State, row.Version, row.Flow.Asked, row.Flow.LeasedUntil) : null;
        await Loading();
        return held;
    }

    public Task<bool> SaveAsync(string id, long version, Kept<TState> next, CancellationToken ct)
    {
        lock (_flows)
        {
            var current = _flows.TryGetValue(id, out var row) ? row.Version : 0;
            if (current == version) _flows[id] = (next, version + 1);
            return Task.FromResult(current == version);
        }
    }

    public Task<IReadOnlyList<string>> DueAsync(int most, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        lock (_flows) return Task.FromResult<IReadOnlyList<string>>([.. _flows.Where(f => f.Value.Flow.DueAt <= now && f.Value.Flow.LeasedUntil <= now).OrderBy(f => f.Value.Flow.DueAt).Select(f => f.Key).Take(most)]);
    }
}

internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>The store in memory, with what a test wants to see and to disturb.</summary>
internal sealed class WatchedStore<TState>(TimeProvider time) : IFlowStore<TState>
{
    private readonly MemoryFlowStore<TState> _store = new(time);
    private readonly List<(string Id, long Version, FlowSave<TState> Flow)> _saves = [];

    /// <summary>Runs before each load returns: a test makes two runs meet here.</summary>
    public Func<Task> Loading { get; set; } = () => Task.CompletedTask;

    /// <summary>What was saved last of a flow.</summary>
    public FlowSave<TState> this[string id]
    {
        get
        {
            lock (_saves) return _saves.Last(save => save.Id == id).Flow;
        }
    }

    /// <summary>How often a flow was saved.</summary>
    public int Saves(string id)
    {
        lock (_saves) return _saves.Count(save => save.Id == id);
    }

    public async Task AddAsync(string id, TState state) => Assert.True(await SaveAsync(id, 0, new FlowSave<TState>(state, false, time.GetUtcNow(), time.GetUtcNow()), default));

    /// <summary>What a new host finds when this one is killed now.</summary>
    public async Task<WatchedStore<TState>> SnapshotAsync()
    {
        var copy = new WatchedStore<TState>(time);
        (string, long, FlowSave<TState>)[] saves;
        lock (_saves) saves = [.. _saves];
        foreach (var (id, version, flow) in saves) Assert.True(await copy.SaveAsync(id, version, flow, default));
        return copy;
    }

    public async Task<LoadedFlow<TState>?> LoadAsync(string id, CancellationToken ct)
    {
        var flow = await _store.LoadAsync(id, ct);
        await Loading();
        return flow;
    }

    public async Task<bool> SaveAsync(string id, long version, FlowSave<TState> next, CancellationToken ct)
    {
        var saved = await _store.SaveAsync(id, version, next, ct);
        if (saved) lock (_saves) _saves.Add((id, version, next));
        return saved;
    }

    public Task<IReadOnlyList<string>> ClaimDueAsync(int most, DateTimeOffset leasedUntil, CancellationToken ct) => _store.ClaimDueAsync(most, leasedUntil, ct);
}

internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

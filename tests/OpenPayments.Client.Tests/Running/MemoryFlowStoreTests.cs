using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>What the store in memory promises of the three methods.</summary>
public sealed class MemoryFlowStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly SettableTime _time = new(Noon);
    private readonly MemoryFlowStore<string> _store;

    public MemoryFlowStoreTests() => _store = new MemoryFlowStore<string>(_time);

    private Task<bool> SaveAsync(string id, long version, DateTimeOffset? due, DateTimeOffset? leasedUntil = null) =>
        _store.SaveAsync(id, version, new FlowSave<string>($"{id} {version}", InFlight: false, due, leasedUntil ?? Noon), default);

    [Fact]
    public async Task A_flow_is_new_once()
    {
        Assert.Null(await _store.LoadAsync("a", default));
        Assert.True(await SaveAsync("a", 0, Noon));
        Assert.False(await SaveAsync("a", 0, Noon));
        Assert.Equal(new LoadedFlow<string>("a 0", 1, InFlight: false, Noon), await _store.LoadAsync("a", default));
    }

    [Fact]
    public async Task Of_saves_that_name_the_same_version_one_takes_place()
    {
        await SaveAsync("a", 0, Noon);
        var saves = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SaveAsync("a", 1, Noon))));
        Assert.Single(saves, saved => saved);
        Assert.Equal(2, (await _store.LoadAsync("a", default))!.Version);
    }

    [Fact]
    public async Task What_is_due_and_free_is_claimed_once_the_longest_due_first()
    {
        await SaveAsync("later", 0, Noon.AddMinutes(-1));
        await SaveAsync("first", 0, Noon.AddMinutes(-2));
        await SaveAsync("not yet", 0, Noon.AddSeconds(1));
        await SaveAsync("claimed", 0, Noon, leasedUntil: Noon.AddSeconds(1));
        await SaveAsync("over", 0, due: null);
        Assert.Equal(["first"], await _store.ClaimDueAsync(1, Noon.AddMinutes(1), default));
        Assert.Equal(["later"], await _store.ClaimDueAsync(10, Noon.AddMinutes(1), default));
        Assert.Empty(await _store.ClaimDueAsync(10, Noon.AddMinutes(1), default));
        Assert.Equal((1, Noon.AddMinutes(1)), ((await _store.LoadAsync("first", default))!.Version, (await _store.LoadAsync("first", default))!.LeasedUntil));

        _time.Now = Noon.AddMinutes(1);
        Assert.Equal(["first", "later", "claimed", "not yet"], await _store.ClaimDueAsync(10, Noon.AddMinutes(2), default));
    }
}

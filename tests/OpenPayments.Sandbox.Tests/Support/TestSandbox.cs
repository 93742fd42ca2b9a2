using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>A sandbox on free ports with a clock that stands still and one registered client; at its end the books must be in order.</summary>
internal sealed class TestSandbox : IAsyncDisposable
{
    /// <summary>The clock of signatures, at both ends: it stands still, so that none grows old while a machine is slow.</summary>
    public static readonly FrozenClock SigningTime = new(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));

    private TestSandbox(SandboxServer server, FrozenClock clock, TestClient client) => (Server, Clock, Client) = (server, clock, client);

    public SandboxServer Server { get; }

    public FrozenClock Clock { get; }

    public TestClient Client { get; }

    public Uri Alice => new(Server.Cloudnine, "/accounts/alice");

    public Uri Bob => new(Server.Happylife, "/accounts/bob");

    public static async Task<TestSandbox> StartAsync(Func<SandboxOptions, SandboxOptions>? with = null)
    {
        var clock = new FrozenClock(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        var options = new SandboxOptions { Time = clock, SigningTime = SigningTime };
        var server = await SandboxServer.StartAsync(with?.Invoke(options) ?? options);
        return new TestSandbox(server, clock, TestClient.RegisteredAt(server, "shop"));
    }

    public Task<WalletAddress> WalletAsync(Uri url) => Client.WalletAsync(url);

    /// <summary>Lets everything arrive that was sent so far.</summary>
    public void Settle() => Clock.Advance(TimeSpan.FromSeconds(1));

    public async ValueTask DisposeAsync()
    {
        _ = Server.Balance(Alice);
        var audit = Server.Ledger.Audit();
        Client.Dispose();
        await Server.DisposeAsync();
        Assert.True(audit.InOrder, audit.ToString());
    }
}

using System.Net;
using System.Text.Json.Nodes;

namespace OpenPayments.Host.Tests.Support;

/// <summary>A host, and a stub that both wallets are at unless a test says otherwise.</summary>
internal sealed class StubbedHost(StubWallet wallet, RunningHost host, TemporaryFolder folder, LeapingTime time) : IAsyncDisposable
{
    public StubWallet Wallet => wallet;

    public LeapingTime Time => time;

    public RunningHost Host => host;

    public static async Task<StubbedHost> StartAsync(HostSetup? setup = null)
    {
        var (folder, time) = (new TemporaryFolder(), new LeapingTime());
        setup ??= new HostSetup();
        var settings = new Dictionary<string, string?>(setup.Settings);
        settings.TryAdd(HostSetup.Patience.Key, HostSetup.Patience.Value);
        var host = await RunningHost.StartAsync(folder, setup with { Settings = settings, Time = time });
        return new StubbedHost(await StubWallet.StartAsync(), host, folder, time);
    }

    /// <summary>A host that allows no loopback.</summary>
    public static HostSetup InPublic(string? address) => new()
    {
        Settings = new Dictionary<string, string?>
        {
            ["OpenPayments:AllowLoopback"] = "false",
            ["OpenPayments:ClientWalletAddress"] = "https://shop.example/",
            ["OpenPayments:PublicUrl"] = "https://pay.shop.example/",
        },
        Resolve = address is null ? null : Resolving(address),
    };

    public static Func<string, CancellationToken, Task<IPAddress[]>> Resolving(string address) => (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]);

    public JsonObject Order(string? sender = null, string? receiver = null) => new()
    {
        ["senderWalletAddress"] = sender ?? wallet.Alice.AbsoluteUri,
        ["receiverWalletAddress"] = receiver ?? (host.Url.Host == "127.0.0.1" && sender is null ? wallet.Bob.AbsoluteUri : "https://wallet.example/bob"),
        ["incomingAmount"] = new JsonObject { ["value"] = "1000", ["assetCode"] = "USD", ["assetScale"] = 2 },
    };

    public void AnswerConsent(string redirect, string continuation) => wallet.Answer("POST /auth", async http =>
    {
        var grants = wallet.Asked.Count(question => question == "POST /auth"); // the third is the one for the outgoing payment
        await StubAnswers.Json(grants < 3 ? StubAnswers.Good(wallet.Url, "POST /auth", "") : StubAnswers.Interaction(redirect, continuation))(http);
    });

    public async Task<JsonNode> FailsAsync(HttpStatusCode status, string? code, string step, string reason, string? pointer = null, JsonObject? order = null)
    {
        using var response = await host.Http.PostAsync("payments", Json.Content(order ?? Order()), TestContext.Current.CancellationToken);
        var problem = await Json.ProblemAsync(response, status);
        if (code is not null) Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal(step, (string?)problem["step"]);
        Assert.Contains(reason, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(pointer, (string?)problem["errors"]?[0]?["pointer"]);

        var shown = await Json.ReadAsync(await host.Http.GetAsync($"payments/{problem["id"]}"));
        Assert.Equal("failed", (string?)shown["status"]);
        Assert.Equal(((string?)problem["code"], step, (string?)problem["detail"]), ((string?)shown["reason"]!["code"], (string?)shown["reason"]!["step"], (string?)shown["reason"]!["detail"]));
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await wallet.DisposeAsync();
        folder.Dispose();
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OpenPayments.Client;
using OpenPayments.Sandbox;

namespace OpenPayments.Host.Tests.Support;

/// <summary>A host that is a registered client of two wallet providers.</summary>
internal sealed class SandboxedHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _settings;
    private readonly HostSetup _setup;

    private SandboxedHost(SandboxServer sandbox, HostSetup setup, LeapingTime time)
    {
        using var key = SigningKey.Generate("host-key");
        (Sandbox, _setup, Time) = (sandbox, setup, time);
        _settings = new(setup.Settings)
        {
            [HostSetup.Patience.Key] = HostSetup.Patience.Value,
            ["OpenPayments:ClientWalletAddress"] = sandbox.RegisterClient("host", key.PublicJwk()).AbsoluteUri,
            ["OpenPayments:PrivateKeyPem"] = key.ToPem(),
        };
    }

    public SandboxServer Sandbox { get; }

    public LeapingTime Time { get; }

    public RunningHost Host { get; private set; } = null!;

    public TemporaryFolder Folder => _folder;

    public HttpClient Http => Host.Http;

    public Uri Alice => new(Sandbox.Cloudnine, "accounts/alice");

    public Uri Bob => new(Sandbox.Happylife, "accounts/bob");

    public static async Task<SandboxedHost> StartAsync(HostSetup? setup = null)
    {
        var time = new LeapingTime();
        var world = new SandboxedHost(await SandboxServer.StartAsync(new SandboxOptions { Time = time, SigningTime = time }), (setup ?? new HostSetup()) with { Time = time }, time);
        world.Host = await world.StartAnotherAsync();
        return world;
    }

    /// <summary>One more host over the same database and keys.</summary>
    public Task<RunningHost> StartAnotherAsync() => RunningHost.StartAsync(_folder, _setup with { Settings = _settings });

    /// <summary>Stops the host and starts another over the same database and keys.</summary>
    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        Host = await StartAnotherAsync();
    }

    public JsonObject Order(string value = "1000") => new()
    {
        ["senderWalletAddress"] = Alice.AbsoluteUri,
        ["receiverWalletAddress"] = Bob.AbsoluteUri,
        ["incomingAmount"] = new JsonObject { ["value"] = value, ["assetCode"] = "USD", ["assetScale"] = 2 },
    };

    public async Task<JsonNode> StartPaymentAsync(JsonObject? order = null)
    {
        using var response = await Http.PostAsJsonAsync("payments", order ?? Order());
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>What the payer's browser does at the consent page; returns where it is sent to.</summary>
    public async Task<Uri> DecideAsync(JsonNode started, string decision)
    {
        using var response = await Http.PostAsync($"{started["redirectUrl"]}/{decision}", null);
        return response.Headers.Location ?? throw new InvalidOperationException($"The consent page answered {response.StatusCode} and sends the browser nowhere.");
    }

    public async Task<JsonNode> ShowAsync(string id) => (await Http.GetFromJsonAsync<JsonNode>($"payments/{id}"))!;

    /// <summary>Follows a payment to its end; returns its steps.</summary>
    public async Task<IReadOnlyList<ServerSentEvent>> FollowAsync(string id) => await EventReader.ReadAsync(Http, $"payments/{id}/events");

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}

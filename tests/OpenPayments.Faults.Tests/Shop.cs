using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OpenPayments.Sandbox;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Faults.Tests;

/// <summary>A shop and its customer, who do not give up: whatever the host does not answer is asked again, with the same idempotency key.</summary>
internal sealed class Shop(SandboxServer sandbox, HostProcess host)
{
    /// <summary>No measure of speed: a payment that never ends is to fail its test, and not to hang it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public Uri Alice { get; } = new(sandbox.Cloudnine, "accounts/alice");

    public Uri Bob { get; } = new(sandbox.Happylife, "accounts/bob");

    /// <summary>Orders 10.00 USD and waits until the payer is to be asked, or the payment has ended.</summary>
    public Task<JsonNode> OrderAsync() => InsistAsync(async () =>
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Url, "payments"));
        request.Headers.Add("Idempotency-Key", "order-1");
        request.Content = JsonContent.Create(new JsonObject
        {
            ["senderWalletAddress"] = Alice.AbsoluteUri,
            ["receiverWalletAddress"] = Bob.AbsoluteUri,
            ["incomingAmount"] = new JsonObject { ["value"] = "1000", ["assetCode"] = "USD", ["assetScale"] = 2 },
            ["metadata"] = new JsonObject { ["order"] = "1" },
        });
        using var answer = await host.Http.SendAsync(request);
        var body = await ReadAsync(answer);
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.Accepted) return null; // still preparing
        return answer.StatusCode == HttpStatusCode.Created ? body : throw new InvalidOperationException($"{answer.StatusCode}: {body}");
    });

    /// <summary>Agrees at the wallet and follows its redirect back to the host until the host takes it.</summary>
    public async Task AgreeAsync(JsonNode started)
    {
        var finish = await ConsentBrowser.ApproveAsync(new Uri((string)started["redirectUrl"]!));
        await InsistAsync(async () =>
        {
            using var answer = await host.Http.GetAsync(finish);
            // 400: the host that was to take it died with it, and its successor has asked for another consent
            return answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.BadRequest ? new JsonObject() : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        });
    }

    /// <summary>How often the payer was asked once more, and agreed.</summary>
    public int AgreedAgain { get; private set; }

    /// <summary>Asks how the payment stands until it has ended. A payer who is asked once more agrees once more.</summary>
    public Task<JsonNode> AwaitEndAsync(JsonNode started) => InsistAsync(async () =>
    {
        using var answer = await host.Http.GetAsync(new Uri(host.Url, $"payments/{(string)started["id"]!}"));
        var body = await ReadAsync(answer);
        if ((string?)body["redirectUrl"] is not null)
        {
            AgreedAgain++;
            await AgreeAsync(body);
        }
        return (string?)body["status"] is "completed" or "partial" or "failed" or "uncertain" ? body : null;
    });

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

    private static async Task<JsonNode> InsistAsync(Func<Task<JsonNode?>> ask)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(200))
        {
            try
            {
                if (await ask() is { } answer) return answer;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
            {
                // the host is down; it will be back
            }
        }
        throw new TimeoutException("The host did not come to an answer.");
    }

    private static Task InsistAsync(Func<Task<JsonObject>> ask) => InsistAsync(async () => (JsonNode?)await ask());
}

using System.Net;
using System.Text.Json.Nodes;
using OpenPayments.Host.Tests.Support;
using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Host.Tests;

/// <summary>A payer who has agreed and must agree once more learns of it, and why, and where, wherever the payment is looked at.</summary>
public sealed class SecondConsentTests
{
    [Fact]
    public async Task After_a_lost_continuation_the_payment_its_events_and_the_way_back_lead_to_a_new_consent_page()
    {
        await using var world = await SandboxedHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:ReturnOrigins:0"] = "https://shop.example" } });
        var before = world.Sandbox.Balance(world.Bob);
        var order = world.Order();
        order["returnUrl"] = "https://shop.example/thanks";
        var (started, finish, back) = await AgreeInVainAsync(world, order);
        var id = (string)started["id"]!;

        // not to the shop, which would say thanks for nothing: to the page that says what is missing
        Assert.Equal(new Uri(world.Host.Url, $"?payment={id}"), back);
        var shown = await world.ShowAsync(id);
        Assert.Equal(("awaiting-consent", "continuation-lost", "consent"), ((string?)shown["status"], (string?)shown["reason"]!["code"], (string?)shown["step"]));
        var again = (string?)shown["redirectUrl"];
        Assert.NotNull(again);
        Assert.NotEqual((string?)started["redirectUrl"], again);
        Assert.Equal(before, world.Sandbox.Balance(world.Bob));

        // the first return, once more: it belongs to a consent that is gone
        using (var replayed = await world.Http.GetAsync(finish)) Assert.Equal(HttpStatusCode.BadRequest, replayed.StatusCode);
        Assert.Equal(again, (string?)(await world.ShowAsync(id))["redirectUrl"]);

        var following = world.FollowAsync(id);
        using (var thanks = await world.Http.GetAsync(await world.DecideAsync(shown, "approve")))
            Assert.Equal($"https://shop.example/thanks?paymentId={id}", thanks.Headers.Location?.AbsoluteUri);
        var steps = await following;
        Assert.Equal("completed", steps[^1].Status);
        Assert.Null((await world.ShowAsync(id))["redirectUrl"]);
        Assert.Equal(before + 1000, world.Sandbox.Balance(world.Bob));
    }

    [Fact]
    public async Task Whoever_follows_the_payment_is_told_the_new_page_while_it_is_waited_for_and_no_log_keeps_it()
    {
        await using var world = await SandboxedHost.StartAsync();
        var (started, _, _) = await AgreeInVainAsync(world, world.Order());
        var id = (string)started["id"]!;
        var again = (string)(await world.ShowAsync(id))["redirectUrl"]!;

        var told = await FirstWithAPageAsync(world, id);
        Assert.Equal((again, "awaiting-consent", "continuation-lost"), ((string?)told["redirectUrl"], (string?)told["status"], (string?)told["reason"]!["code"]));
        Assert.DoesNotContain((string)started["redirectUrl"]!, told.ToJsonString(), StringComparison.Ordinal);

        using (await world.Http.GetAsync(await world.DecideAsync(told, "approve"))) { }
        var steps = await world.FollowAsync(id);
        Assert.Equal(2, steps.Count(step => step is { Step: "consent", Status: "awaiting-consent" }));
        Assert.All(steps, step => Assert.Null(step.Data["redirectUrl"]));
        var seen = string.Join('\n', [.. world.Host.Log.All, await world.Http.GetStringAsync($"payments/{id}/events"), Disk.Read(world.Folder)]);
        Assert.DoesNotContain(again, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_is_nobody_s_but_the_starter_s_also_when_someone_reports_a_refusal()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using (await world.Http.GetAsync($"payments/{started["id"]}/finish?result=grant_rejected")) { }
        var shown = await world.ShowAsync((string)started["id"]!);
        Assert.Equal("consent-declined", (string?)shown["reason"]!["code"]);
        Assert.Null(shown["redirectUrl"]);
    }

    /// <summary>The payer agrees, and the wallet's answer to the continuation gets lost on its way.</summary>
    internal static async Task<(JsonNode Started, Uri Finish, Uri? Back)> AgreeInVainAsync(SandboxedHost world, JsonObject order)
    {
        var started = await world.StartPaymentAsync(order);
        world.Sandbox.Faults.Add(new Fault(new Trouble.Reset(AfterEffect: true)) { Operation = Operation.ContinueGrant });
        var finish = await world.DecideAsync(started, "approve");
        world.Time.Jump(TimeSpan.FromSeconds(6)); // as long as a person takes at least: the grant may be continued at once
        using var back = await world.Http.GetAsync(finish);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        return (started, finish, back.Headers.Location);
    }

    private static async Task<JsonNode> FirstWithAPageAsync(SandboxedHost world, string id)
    {
        using var timeout = new CancellationTokenSource(EventReader.Patience);
        await using var stream = await world.Http.GetStreamAsync($"payments/{id}/events", timeout.Token);
        await foreach (var item in System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync(timeout.Token))
        {
            if (JsonNode.Parse(item.Data) is { } told && told["redirectUrl"] is not null) return told;
        }
        throw new InvalidOperationException("The stream ended and named no page.");
    }
}

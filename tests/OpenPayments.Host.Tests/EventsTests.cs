using System.Net;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class EventsTests
{
    [Fact]
    public async Task Every_step_is_told_once_and_the_stream_ends_with_the_last()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        var following = world.FollowAsync((string)started["id"]!); // from before the payer's return
        using (await world.Http.GetAsync(await world.DecideAsync(started, "approve"))) { }
        var steps = await following;
        Assert.Equal(
            ["sender-wallet-address", "receiver-wallet-address", "incoming-payment-grant", "incoming-payment", "quote-grant", "quote", "outgoing-payment-grant", "consent", "grant-continuation", "outgoing-payment", "settlement", "completed"],
            steps.Select(step => step.Step).Distinct());
        Assert.All(steps, step => Assert.Equal("step", step.Type));
        Assert.Equal(steps.Count, steps.Select(step => step.Id).Distinct().Count());
        Assert.Equal("completed", steps[^1].Status);
    }

    [Fact]
    public async Task Whoever_comes_back_gets_what_was_missed_and_nothing_twice()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using (await world.Http.GetAsync(await world.DecideAsync(started, "approve"))) { }
        var url = $"payments/{started["id"]}/events";
        var all = await EventReader.ReadAsync(world.Http, url);
        for (var seen = 0; seen < all.Count - 1; seen++)
        {
            var missed = await EventReader.ReadAsync(world.Http, url, lastEventId: all[seen].Id);
            Assert.Equal(all.Skip(seen + 1).Select(step => (step.Id, step.Data.ToJsonString())), missed.Select(step => (step.Id, step.Data.ToJsonString())));
        }
    }

    [Fact]
    public async Task Whoever_has_seen_the_end_is_told_not_to_come_back()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using (await world.Http.GetAsync(await world.DecideAsync(started, "approve"))) { }
        var last = (await world.FollowAsync((string)started["id"]!))[^1];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"payments/{started["id"]}/events");
        request.Headers.Add("Last-Event-ID", last.Id);
        using var response = await world.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Steps_that_another_host_takes_are_told_too()
    {
        await using var world = await SandboxedHost.StartAsync();
        await using var other = await world.StartAnotherAsync();
        var started = await world.StartPaymentAsync();
        var following = EventReader.ReadAsync(other.Http, $"payments/{started["id"]}/events");
        using (await world.Http.GetAsync(await world.DecideAsync(started, "approve"))) { }
        Assert.Equal("completed", (await following)[^1].Status);
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using var timeout = new CancellationTokenSource(EventReader.Patience);
        await using var stream = await world.Http.GetStreamAsync($"payments/{started["id"]}/events", timeout.Token);
        await world.Time.WaitedForAsync(TimeSpan.FromSeconds(1)); // all that had happened is told, and it looks for more
        world.Time.Jump(TimeSpan.FromSeconds(15));
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.StartsWith(':')) return;
        }
        Assert.Fail("The stream ended, though the payment has not.");
    }
}

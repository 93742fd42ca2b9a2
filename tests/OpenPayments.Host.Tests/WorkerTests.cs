using OpenPayments.Flow;
using OpenPayments.Generated;
using OpenPayments.Host.Store;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class WorkerTests
{
    [Fact]
    public async Task A_payment_whose_host_was_killed_goes_on_at_another_once_its_lease_has_run_out()
    {
        await using var world = await SandboxedHost.StartAsync();
        // what a host leaves behind that is killed right after it accepted an order: a first state under its lease
        var order = new OneTimePayment(world.Alice, world.Bob, new Amount { Value = 1000, AssetCode = "USD", AssetScale = 2 }, new Uri(world.Host.Url, "payments/left/finish"));
        var first = Flows.Start(order).Match(Right: state => state, Left: error => throw new InvalidOperationException(error.Why));
        await world.Host.Get<PaymentStore>().CreateAsync("left", first, null, null, default);
        Assert.True(await world.Host.Get<PaymentStore>().SaveAsync("left", 1, new(first, InFlight: false, world.Time.GetUtcNow(), world.Time.GetUtcNow() + TimeSpan.FromSeconds(30)), default));

        using var watch = world.Host.Get<StepSignals>().Watch("left");
        while ((string?)(await world.ShowAsync("left"))["status"] != "awaiting-consent") await watch.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_host_that_stops_in_the_middle_leaves_a_payment_that_the_next_one_finishes()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using (await world.Http.GetAsync(await world.DecideAsync(started, "approve"))) { }
        await world.RestartAsync();
        Assert.Equal("completed", (await world.FollowAsync((string)started["id"]!))[^1].Status);
    }

    [Fact]
    public async Task A_payer_who_does_not_come_back_ends_the_payment_when_the_interaction_has_expired()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using (await world.Http.GetAsync($"payments/{started["id"]}/finish?result=grant_rejected")) { }
        world.Time.Jump(TimeSpan.FromMinutes(11));
        var last = (await world.FollowAsync((string)started["id"]!))[^1];
        Assert.Equal(("failed", "consent-declined"), (last.Status, (string?)last.Data["reason"]!["code"]));
    }
}

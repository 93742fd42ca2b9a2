using System.Text;
using System.Text.Json.Nodes;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Tests.Control;

/// <summary>The clock that can be moved: everything that lasts follows it, at both providers, however far it jumps.</summary>
public class ClockTests
{
    [Fact]
    public async Task It_is_moved_over_HTTP_unless_a_test_brought_its_own()
    {
        await using var own = await TestSandbox.StartAsync();
        Assert.Equal(409, (await MoveAsync(own.Server.Cloudnine, 5)).Status);
        await using var server = await SandboxServer.StartAsync(new SandboxOptions());
        Assert.Equal((200, 400, 400), ((await MoveAsync(server.Cloudnine, 86_400)).Status, (await MoveAsync(server.Cloudnine, -1)).Status, (await MoveAsync(server.Cloudnine, 401 * 86_400)).Status));
    }

    [Fact]
    public async Task It_shows_the_same_time_at_both_providers()
    {
        var clock = new SandboxClock();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Time = clock });
        var moved = (await MoveAsync(server.Cloudnine, 90 * 86_400)).Now;
        using var http = new HttpClient();
        var shown = (DateTimeOffset)JsonNode.Parse(await http.GetStringAsync(new Uri(server.Happylife, "/sandbox/clock")))!["now"]!;
        Assert.InRange(shown, moved!.Value, clock.GetUtcNow());
        Assert.True(moved >= DateTimeOffset.UtcNow.AddDays(89), "three months have passed");
    }

    [Fact]
    public async Task Months_ahead_a_window_is_closed_a_token_dead_and_the_money_there()
    {
        var clock = new SandboxClock();
        await using var sandbox = await TestSandbox.StartAsync(o => o with { Time = clock, SettlementSteps = 3, SettlementDelay = TimeSpan.FromDays(1) });
        var ready = await Ready.ForAsync(sandbox, 1000);
        var start = clock.GetUtcNow().AddHours(-1);
        var limits = new LimitsOutgoing.WithDebitAmount { DebitAmount = ready.Quote.DebitAmount, Interval = $"R1/{start:yyyy-MM-ddTHH:mm:ssZ}/P30D" };
        var asked = await sandbox.Client.AskAsync(ready.Payer, limits);
        var back = await ConsentBrowser.ApproveAsync(asked.Interact.Redirect);
        clock.Advance(TimeSpan.FromSeconds(5));
        var token = (await sandbox.Client.ContinueAsync(asked.Continue, Query.Of(back)["interact_ref"])).Body().AccessToken!;
        _ = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        var before = sandbox.Server.Balance(sandbox.Bob);

        foreach (var (days, refusal) in new[] { (30, null), (30, "unauthorized") })
        {
            _ = await MoveAsync(sandbox.Server.Happylife, days * 86_400, clock);
            Assert.Equal("Inactive Token", (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Refusal().Description);
            token = (await sandbox.Client.Grants.RotateTokenAsync(token.Manage, token.Value)).Body().AccessToken;
            var next = await Ready.ForAsync(sandbox, 1000);
            var answer = await sandbox.Client.PayAsync(next.Payer, token, next.Quote.Id);
            Assert.Equal(refusal, answer.Status == 201 ? null : answer.Refusal().Description);
        }
        Assert.Equal(before + 2000, sandbox.Server.Balance(sandbox.Bob));
    }

    private static async Task<(int Status, DateTimeOffset? Now)> MoveAsync(Uri provider, int seconds, SandboxClock? clock = null)
    {
        using var http = new HttpClient();
        var before = clock?.GetUtcNow();
        using var answer = await http.PostAsync(new Uri(provider, "/sandbox/clock"), new StringContent($$"""{"advanceSeconds":{{seconds}}}""", Encoding.UTF8, "application/json"));
        var now = (DateTimeOffset?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["now"];
        if (clock is not null) Assert.InRange(now!.Value, before!.Value.AddSeconds(seconds), clock.GetUtcNow());
        return ((int)answer.StatusCode, now);
    }
}

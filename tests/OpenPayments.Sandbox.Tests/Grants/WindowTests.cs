using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Grants;

/// <summary>Limits with an interval: each window is a limit of its own, from the first to the one after the last repetition.</summary>
public class WindowTests
{
    private static readonly Amount Limit = Journey.Usd(1000);

    [Fact]
    public async Task R2_opens_three_windows_and_each_takes_the_whole_limit_once()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var recurring = await Recurring.StartAsync(sandbox, Every("R2/2026-12-01T00:00:00Z/P1M"));
        var statuses = new List<int>();
        foreach (var day in new[] { "2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z", "2027-03-01T00:00:00Z" })
        {
            await recurring.AtAsync(day);
            statuses.Add((await recurring.PayAsync(Limit)).Status);
        }
        Assert.Equal([403, 201, 403, 201, 201, 403], statuses);
    }

    [Fact]
    public async Task What_is_spent_is_told_for_the_window_that_is_open_and_for_none_outside()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var recurring = await Recurring.StartAsync(sandbox, Every("R1/2026-12-01T00:00:00Z/P1M"));
        Assert.Equal((null, null), await recurring.SpentAsync());
        await recurring.AtAsync("2026-12-05T00:00:00Z");
        Assert.Equal(0ul, (await recurring.PayAsync(Journey.Usd(300))).Body().GrantSpentDebitAmount!.Value);
        Assert.Equal(300ul, (await recurring.PayAsync(Journey.Usd(400))).Body().GrantSpentDebitAmount!.Value);
        var (debit, receive) = await recurring.SpentAsync();
        Assert.Equal(Journey.Usd(700), debit);
        Assert.True(receive!.Value is > 0 and < 700, "what arrived is less than what left, by the fees");
        await recurring.AtAsync("2027-02-01T00:00:00Z");
        Assert.Equal((null, null), await recurring.SpentAsync());
    }

    [Fact]
    public async Task What_is_spent_begins_at_zero_in_the_next_window()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var recurring = await Recurring.StartAsync(sandbox, Every("R/2026-11-01T00:00:00Z/P1M"));
        _ = (await recurring.PayAsync(Limit)).Body();
        await recurring.AtAsync("2026-12-01T00:00:00Z");
        Assert.Equal((Journey.Usd(0), Journey.Usd(0)), await recurring.SpentAsync());
    }

    [Fact]
    public async Task A_limit_on_what_arrives_counts_each_window_by_itself()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var recurring = await Recurring.StartAsync(sandbox, new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = Limit, Interval = "R/2026-11-01T00:00:00Z/P1M" });
        _ = (await recurring.PayQuotedAsync(Journey.Usd(600))).Body();
        Assert.Equal(Unauthorized, (await recurring.PayQuotedAsync(Journey.Usd(401))).Refusal());
        _ = (await recurring.PayQuotedAsync(Journey.Usd(400))).Body();
        await recurring.AtAsync("2026-12-01T00:00:00Z");
        _ = (await recurring.PayQuotedAsync(Limit)).Body();
        Assert.Equal(Limit, (await recurring.SpentAsync()).Receive);
    }

    [Fact]
    public async Task A_payment_that_fails_halfway_gives_back_what_it_did_not_send()
    {
        await using var sandbox = await TestSandbox.StartAsync(o => o with { SettlementSteps = 2, SettlementDelay = TimeSpan.FromSeconds(10) });
        var recurring = await Recurring.StartAsync(sandbox, Every("R/2026-11-01T00:00:00Z/P1M"));
        var before = sandbox.Server.Balance(sandbox.Alice);
        var receiver = (await recurring.PayAsync(Limit)).Body().Receiver;
        Assert.Equal(Unauthorized, (await recurring.PayAsync(Limit)).Refusal());
        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        await recurring.CloseAsync(receiver);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        var sent = (ulong)(before - sandbox.Server.Balance(sandbox.Alice));
        Assert.InRange(sent, 499ul, 500ul);
        Assert.Equal(Journey.Usd(sent), (await recurring.SpentAsync()).Debit);
        Assert.Equal(Unauthorized, (await recurring.PayAsync(Journey.Usd(Limit.Value - sent + 1))).Refusal());
        _ = (await recurring.PayAsync(Journey.Usd(Limit.Value - sent))).Body();
    }

    [Fact]
    public async Task A_payment_that_fails_after_its_window_closed_gives_nothing_to_the_next()
    {
        await using var sandbox = await TestSandbox.StartAsync(o => o with { SettlementDelay = TimeSpan.FromDays(10) });
        var recurring = await Recurring.StartAsync(sandbox, Every("R/2026-11-01T00:00:00Z/P1M"));
        await recurring.CloseAsync((await recurring.PayAsync(Limit)).Body().Receiver);
        await recurring.AtAsync("2026-12-10T00:00:00Z");
        Assert.Equal(Journey.Usd(0), (await recurring.SpentAsync()).Debit);
        Assert.Equal(Unauthorized, (await recurring.PayAsync(Journey.Usd(1001))).Refusal());
        _ = (await recurring.PayAsync(Limit)).Body();
    }

    private static Refusal Unauthorized { get; } = new(403, "403", "unauthorized");

    private static LimitsOutgoing Every(string interval) => new LimitsOutgoing.WithDebitAmount { DebitAmount = Limit, Interval = interval };
}

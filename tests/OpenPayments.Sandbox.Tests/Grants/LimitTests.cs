using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Grants;

public class LimitTests
{
    [Fact]
    public async Task A_payment_above_the_limit_is_unauthorized_and_its_quote_stays_usable()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var debit = ready.Quote.DebitAmount;
        var tooLittle = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(debit with { Value = debit.Value - 1 }));
        Assert.Equal(new Refusal(403, "403", "unauthorized"), (await sandbox.Client.PayAsync(ready.Payer, tooLittle, ready.Quote.Id)).Refusal());
        var enough = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(debit));
        _ = (await sandbox.Client.PayAsync(ready.Payer, enough, ready.Quote.Id)).Body();
    }

    [Fact]
    public async Task A_limit_counts_every_payment_of_its_grant()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (first, second) = (await Ready.ForAsync(sandbox, 1000), await Ready.ForAsync(sandbox, 1000));
        var debit = first.Quote.DebitAmount;
        var token = await sandbox.ConsentAsync(first.Payer, Journey.UpTo(debit with { Value = 2 * debit.Value - 1 }));
        var none = (await sandbox.Client.Resources.GetOutgoingPaymentGrantAsync(first.Payer.Collection("outgoing-payment-grant"), token.Value)).Body();
        Assert.Equal((null, null), (none.SpentDebitAmount, none.SpentReceiveAmount));
        Assert.Equal(0ul, (await sandbox.Client.PayAsync(first.Payer, token, first.Quote.Id)).Body().GrantSpentDebitAmount!.Value);
        Assert.Equal("unauthorized", (await sandbox.Client.PayAsync(second.Payer, token, second.Quote.Id)).Refusal().Description);
        var spent = (await sandbox.Client.Resources.GetOutgoingPaymentGrantAsync(first.Payer.Collection("outgoing-payment-grant"), token.Value)).Body();
        Assert.Equal((debit, Journey.Usd(1000)), (spent.SpentDebitAmount, spent.SpentReceiveAmount));
    }

    [Fact]
    public async Task A_failed_payment_does_not_use_up_the_limit()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var penny = new Uri(sandbox.Server.Cloudnine, "/accounts/penny");
        var ready = await Ready.ForAsync(sandbox, 1000, payer: penny);
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        _ = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        sandbox.Settle();
        Assert.Equal(0ul, (await sandbox.Client.Resources.GetOutgoingPaymentGrantAsync(ready.Payer.Collection("outgoing-payment-grant"), token.Value)).Body().SpentDebitAmount!.Value);
    }

    [Fact]
    public async Task A_limit_on_what_arrives_and_one_on_the_receiver_are_kept()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (ready, other) = (await Ready.ForAsync(sandbox, 1000), await Ready.ForAsync(sandbox, 10));
        var limits = new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = Journey.Usd(1000), Receiver = ready.Incoming.Id };
        var token = await sandbox.ConsentAsync(ready.Payer, limits);
        Assert.Equal("unauthorized", (await sandbox.Client.PayAsync(other.Payer, token, other.Quote.Id)).Refusal().Description);
        _ = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        var less = await sandbox.ConsentAsync(other.Payer, new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = Journey.Usd(9) });
        Assert.Equal("unauthorized", (await sandbox.Client.PayAsync(other.Payer, less, other.Quote.Id)).Refusal().Description);
    }

    [Fact]
    public async Task A_limit_on_what_arrives_in_another_asset_than_the_receivers_allows_nothing()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await sandbox.ConsentAsync(ready.Payer, new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = new Amount { Value = 100_000, AssetCode = "EUR", AssetScale = 2 } });
        Assert.Equal(new Refusal(403, "403", "unauthorized"), (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Refusal());
    }

    [Fact]
    public async Task Of_many_payments_at_once_only_those_within_the_limit_are_made()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = new List<Ready>();
        for (var i = 0; i < 5; i++) ready.Add(await Ready.ForAsync(sandbox, 1000));
        var debit = ready[0].Quote.DebitAmount;
        var token = await sandbox.ConsentAsync(ready[0].Payer, Journey.UpTo(debit with { Value = 2 * debit.Value }));
        var answers = await Task.WhenAll(ready.Select(r => sandbox.Client.PayAsync(r.Payer, token, r.Quote.Id)));
        Assert.Equal([201, 201, 403, 403, 403], answers.Select(a => a.Status).Order());
    }

    [Fact]
    public async Task A_limit_with_an_interval_counts_each_window_by_itself()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var first = await Ready.ForAsync(sandbox, 1000);
        var limits = new LimitsOutgoing.WithDebitAmount { DebitAmount = first.Quote.DebitAmount, Interval = "R1/2026-11-22T00:00:00Z/P1D" };
        var token = await sandbox.ConsentAsync(first.Payer, limits);
        _ = (await sandbox.Client.PayAsync(first.Payer, token, first.Quote.Id)).Body();
        var again = await Ready.ForAsync(sandbox, 1000);
        Assert.Equal("unauthorized", (await sandbox.Client.PayAsync(again.Payer, token, again.Quote.Id)).Refusal().Description);
        foreach (var allowed in new[] { true, false })
        {
            sandbox.Clock.Advance(TimeSpan.FromDays(1));
            token = (await sandbox.Client.Grants.RotateTokenAsync(token.Manage, token.Value)).Body().AccessToken;
            var next = await Ready.ForAsync(sandbox, 1000);
            var answer = await sandbox.Client.PayAsync(next.Payer, token, next.Quote.Id);
            Assert.Equal(allowed ? 201 : 403, answer.Status);
        }
    }
}

namespace OpenPayments.Sandbox.Tests.Payments;

public class OneTimePaymentTests
{
    [Fact]
    public async Task A_payment_arrives_whole_and_costs_what_was_quoted()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var (alice, bob) = (sandbox.Server.Balance(sandbox.Alice), sandbox.Server.Balance(sandbox.Bob));
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        var created = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        Assert.Equal((0ul, false), (created.SentAmount.Value, created.Failed ?? false));

        sandbox.Settle();
        var paid = (await sandbox.Client.Resources.GetOutgoingPaymentAsync(created.Id, token.Value)).Body();
        var received = await ready.ReceivedAsync(sandbox);

        Assert.Equal((1000ul, false), (paid.SentAmount.Value, paid.Failed ?? false));
        Assert.Equal((1000ul, true), (received.ReceivedAmount.Value, received.Completed));
        Assert.Empty(received.Methods);
        Assert.True(ready.Quote.DebitAmount.Value > 1000, "the debit holds the fee");
        Assert.Equal(alice - ready.Quote.DebitAmount.Value, sandbox.Server.Balance(sandbox.Alice));
        Assert.Equal(bob + 1000, sandbox.Server.Balance(sandbox.Bob));
    }

    [Fact]
    public async Task A_payment_arrives_in_the_steps_that_were_asked_for()
    {
        await using var sandbox = await TestSandbox.StartAsync(o => o with { SettlementSteps = 3, SettlementDelay = TimeSpan.FromSeconds(10) });
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        var created = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        var seen = new List<(ulong Sent, ulong Received, bool Completed)>();
        for (var step = 0; step < 4; step++)
        {
            var received = await ready.ReceivedAsync(sandbox);
            seen.Add(((await sandbox.Client.Resources.GetOutgoingPaymentAsync(created.Id, token.Value)).Body().SentAmount.Value, received.ReceivedAmount.Value, received.Completed));
            sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        }
        Assert.Equal([(0, 0, false), (333, 333, false), (666, 666, false), (1000, 1000, true)], seen);
    }

    [Fact]
    public async Task A_payment_without_funds_is_accepted_and_then_fails_with_its_reason()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var penny = new Uri(sandbox.Server.Cloudnine, "/accounts/penny");
        var ready = await Ready.ForAsync(sandbox, 1000, payer: penny);
        var before = sandbox.Server.Balance(penny);
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        var created = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        sandbox.Settle();
        var failed = (await sandbox.Client.Resources.GetOutgoingPaymentAsync(created.Id, token.Value)).Body();
        Assert.Equal((true, 0ul, "Insufficient funds"), (failed.Failed ?? false, failed.SentAmount.Value, failed.Metadata!["cancellationReason"].GetString()));
        Assert.Equal(before, sandbox.Server.Balance(penny));
        Assert.False((await ready.ReceivedAsync(sandbox)).Completed);
    }

    [Fact]
    public async Task Money_that_finds_its_incoming_payment_closed_goes_back()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var before = sandbox.Server.Balance(sandbox.Alice);
        var token = await sandbox.ConsentAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        var created = (await sandbox.Client.PayAsync(ready.Payer, token, ready.Quote.Id)).Body();
        _ = (await sandbox.Client.Resources.CompleteIncomingPaymentAsync(new Uri(ready.Incoming.Id.AbsoluteUri + "/complete"), ready.Receiving.Value)).Body();
        sandbox.Settle();
        Assert.True((await sandbox.Client.Resources.GetOutgoingPaymentAsync(created.Id, token.Value)).Body().Failed);
        Assert.Equal(before, sandbox.Server.Balance(sandbox.Alice));
    }

    [Theory]
    [InlineData("alice", "lars")]
    [InlineData("carlos", "bob")]
    [InlineData("mina", "haruki")]
    [InlineData("elena", "marisol")]
    public async Task A_payment_across_assets_and_scales_arrives_and_the_books_balance(string payer, string payee)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var client = sandbox.Client;
        var (from, to) = (await client.WalletAsync(new Uri(sandbox.Server.Cloudnine, "/accounts/" + payer)), await client.WalletAsync(new Uri(sandbox.Server.Happylife, "/accounts/" + payee)));
        var incoming = await client.OpenAsync(to, await client.TokenAsync(to, Journey.Receiving), new() { Value = 321, AssetCode = to.AssetCode, AssetScale = to.AssetScale });
        var quote = (await client.QuoteAsync(from, await client.TokenAsync(from, Journey.Quoting), incoming.Id)).Body();
        var token = await sandbox.ConsentAsync(from, Journey.UpTo(quote.DebitAmount));
        var before = sandbox.Server.Balance(to.Id);
        _ = (await client.PayAsync(from, token, quote.Id)).Body();
        sandbox.Settle();
        Assert.Equal(before + 321, sandbox.Server.Balance(to.Id));
        Assert.Equal((from.AssetCode, from.AssetScale), (quote.DebitAmount.AssetCode, quote.DebitAmount.AssetScale));
    }
}

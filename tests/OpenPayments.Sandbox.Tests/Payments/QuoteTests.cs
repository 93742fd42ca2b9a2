using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Payments;

public class QuoteTests
{
    [Fact]
    public async Task A_quote_is_valid_for_five_minutes()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        Assert.Equal(sandbox.Clock.GetUtcNow().AddMinutes(5), ready.Quote.ExpiresAt);
        Assert.Equal(ready.Quote, (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, ready.Quoting.Value)).Body());
    }

    [Fact]
    public async Task A_quote_is_not_valid_for_longer_than_its_incoming_payment()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payer, payee) = (await sandbox.WalletAsync(sandbox.Alice), await sandbox.WalletAsync(sandbox.Bob));
        var soon = sandbox.Clock.GetUtcNow().AddMinutes(2);
        var incoming = await sandbox.Client.OpenAsync(payee, await sandbox.Client.TokenAsync(payee, Journey.Receiving), Journey.Usd(100), soon);
        Assert.Equal(soon, (await sandbox.Client.QuoteAsync(payer, await sandbox.Client.TokenAsync(payer, Journey.Quoting), incoming.Id)).Body().ExpiresAt);
    }

    [Fact]
    public async Task A_debit_below_the_fees_is_refused_with_the_least_that_can_be_sent_which_then_works()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payer, token, receiver) = await OpenAsync(sandbox);
        var refused = Assert.IsType<ApiResult<Quote>.Failure>(await DebitAsync(sandbox, payer, token, receiver, Journey.Usd(5)));
        Assert.Equal((400, "400", "non-positive receive amount"), (refused.Status, refused.Error!.Code, refused.Error.Description));
        var least = refused.Error.Details!["minSendAmount"];
        var amount = Journey.Usd(ulong.Parse(least.GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1ul, (await DebitAsync(sandbox, payer, token, receiver, amount)).Body().ReceiveAmount.Value);
        Assert.Equal(400, (await DebitAsync(sandbox, payer, token, receiver, amount with { Value = amount.Value - 1 })).Refusal().Status);
    }

    [Fact]
    public async Task A_quote_for_a_debit_amount_costs_that_and_one_for_a_receive_amount_brings_that()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payer, token, receiver) = await OpenAsync(sandbox);
        var debit = (await DebitAsync(sandbox, payer, token, receiver, Journey.Usd(2000))).Body();
        Assert.Equal((2000ul, true), (debit.DebitAmount.Value, debit.ReceiveAmount.Value < 2000));
        var receive = (await sandbox.Client.Resources.CreateQuoteAsync(payer.Collection("quotes"), token.Value,
            new CreateQuoteRequest.WithReceiveAmount { WalletAddress = payer.Id, Receiver = receiver, Method = PaymentMethod.Ilp, ReceiveAmount = Journey.Usd(2000) })).Body();
        Assert.Equal((2000ul, true), (receive.ReceiveAmount.Value, receive.DebitAmount.Value > 2000));
    }

    [Fact]
    public async Task A_receiver_that_is_unknown_or_open_without_an_amount_is_invalid()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payer, token, receiver) = await OpenAsync(sandbox);
        Assert.Equal(new Refusal(400, "400", "invalid receiver"), (await sandbox.Client.QuoteAsync(payer, token, receiver)).Refusal());
        var unknown = new Uri(receiver.AbsoluteUri[..^36] + Guid.NewGuid());
        Assert.Equal(new Refusal(400, "400", "invalid receiver"), (await sandbox.Client.QuoteAsync(payer, token, unknown)).Refusal());
    }

    [Theory]
    [InlineData(0, "USD", 2)]
    [InlineData(100, "EUR", 2)]
    [InlineData(100, "USD", 3)]
    [InlineData(ulong.MaxValue, "USD", 2)]
    public async Task An_amount_that_cannot_be_is_refused(ulong value, string code, int scale)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (payer, token, receiver) = await OpenAsync(sandbox);
        var amount = new Amount { Value = value, AssetCode = code, AssetScale = scale };
        Assert.Equal("invalid amount", (await sandbox.Client.Resources.CreateQuoteAsync(payer.Collection("quotes"), token.Value,
            new CreateQuoteRequest.WithReceiveAmount { WalletAddress = payer.Id, Receiver = receiver, Method = PaymentMethod.Ilp, ReceiveAmount = amount })).Refusal().Description);
    }

    private static async Task<(WalletAddress Payer, AccessToken Token, Uri Receiver)> OpenAsync(TestSandbox sandbox)
    {
        var (payer, payee) = (await sandbox.WalletAsync(sandbox.Alice), await sandbox.WalletAsync(sandbox.Bob));
        var incoming = await sandbox.Client.OpenAsync(payee, await sandbox.Client.TokenAsync(payee, Journey.Receiving));
        return (payer, await sandbox.Client.TokenAsync(payer, Journey.Quoting), incoming.Id);
    }

    private static Task<ApiResult<Quote>> DebitAsync(TestSandbox sandbox, WalletAddress payer, AccessToken token, Uri receiver, Amount debit)
        => sandbox.Client.Resources.CreateQuoteAsync(payer.Collection("quotes"), token.Value,
            new CreateQuoteRequest.WithDebitAmount { WalletAddress = payer.Id, Receiver = receiver, Method = PaymentMethod.Ilp, DebitAmount = debit });
}

using System.Text;

namespace OpenPayments.Sandbox.Tests.Control;

/// <summary>Money from and to the world outside: how an account runs dry for a while.</summary>
public class CashTests
{
    [Fact]
    public async Task A_payment_fails_while_the_account_is_dry_and_the_next_one_arrives()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (dry, filled) = (await Ready.ForAsync(sandbox, 1000), await Ready.ForAsync(sandbox, 1000));
        var token = await sandbox.ConsentAsync(dry.Payer, null);
        sandbox.Server.Withdraw(sandbox.Alice, 100_000);
        Assert.Equal(0, sandbox.Server.Balance(sandbox.Alice));
        var failed = (await sandbox.Client.PayAsync(dry.Payer, token, dry.Quote.Id)).Body();
        sandbox.Settle();
        Assert.True((await sandbox.Client.Resources.GetOutgoingPaymentAsync(failed.Id, token.Value)).Body().Failed);
        sandbox.Server.Deposit(sandbox.Alice, 5000);
        _ = (await sandbox.Client.PayAsync(filled.Payer, token, filled.Quote.Id)).Body();
        sandbox.Settle();
        Assert.True((await filled.ReceivedAsync(sandbox)).Completed);
    }

    [Fact]
    public async Task No_more_can_be_withdrawn_than_there_is_and_only_from_an_account()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        Assert.Throws<InvalidOperationException>(() => sandbox.Server.Withdraw(sandbox.Alice, 100_001));
        Assert.Throws<KeyNotFoundException>(() => sandbox.Server.Deposit(new Uri(sandbox.Server.Cloudnine, "/accounts/nobody"), 1));
        Assert.Equal(100_000, sandbox.Server.Balance(sandbox.Alice));
    }

    [Theory]
    [InlineData("alice/deposit", "\"500\"", 200, """{"value":"100500"}""")]
    [InlineData("alice/withdraw", "\"500\"", 200, """{"value":"99500"}""")]
    [InlineData("alice/withdraw", "\"100001\"", 409, "does not hold that much")]
    [InlineData("alice/deposit", "\"-1\"", 400, "body")]
    [InlineData("nobody/deposit", "\"1\"", 404, "no such account")]
    public async Task It_moves_over_HTTP(string path, string value, int status, string text)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(sandbox.Server.Cloudnine, "/sandbox/accounts/" + path), new StringContent($$"""{"value":{{value}}}""", Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

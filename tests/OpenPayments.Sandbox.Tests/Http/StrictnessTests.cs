using System.Net.Http.Headers;
using System.Text;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Http;

/// <summary>Bodies are read as strictly as the documents are written.</summary>
public class StrictnessTests
{
    private const string Amount = """{"value":"10","assetCode":"USD","assetScale":2}""";

    public static TheoryData<string, string> Bodies => new()
    {
        { "an additional member", $$"""{"walletAddress":"W","incomingAmount":{{Amount}},"note":"x"}""" },
        { "an additional member inside", """{"walletAddress":"W","incomingAmount":{"value":"10","assetCode":"USD","assetScale":2,"note":1}}""" },
        { "a repeated member", """{"walletAddress":"W","walletAddress":"W"}""" },
        { "an amount that is a number", """{"walletAddress":"W","incomingAmount":{"value":10,"assetCode":"USD","assetScale":2}}""" },
        { "an amount above uint64", """{"walletAddress":"W","incomingAmount":{"value":"18446744073709551616","assetCode":"USD","assetScale":2}}""" },
        { "a negative amount", """{"walletAddress":"W","incomingAmount":{"value":"-1","assetCode":"USD","assetScale":2}}""" },
        { "an amount with a decimal point", """{"walletAddress":"W","incomingAmount":{"value":"1.0","assetCode":"USD","assetScale":2}}""" },
        { "an amount with a leading zero", """{"walletAddress":"W","incomingAmount":{"value":"010","assetCode":"USD","assetScale":2}}""" },
        { "a scale above 255", """{"walletAddress":"W","incomingAmount":{"value":"10","assetCode":"USD","assetScale":256}}""" },
        { "amount 0", """{"walletAddress":"W","incomingAmount":{"value":"0","assetCode":"USD","assetScale":2}}""" },
        { "another asset", """{"walletAddress":"W","incomingAmount":{"value":"10","assetCode":"EUR","assetScale":2}}""" },
        { "another scale", """{"walletAddress":"W","incomingAmount":{"value":"10","assetCode":"USD","assetScale":3}}""" },
        { "a wallet address of another provider", """{"walletAddress":"http://127.0.0.1:9/accounts/bob"}""" },
        { "an expiry in the past", """{"walletAddress":"W","expiresAt":"2020-01-01T00:00:00Z"}""" },
        { "an expiry after more than 30 days", """{"walletAddress":"W","expiresAt":"2026-12-22T10:00:01Z"}""" },
        { "no wallet address", "{}" },
        { "null", "null" },
        { "no JSON", "{" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task An_incoming_payment_is_refused_for(string what, string body)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        var token = await sandbox.Client.TokenAsync(wallet, Journey.Receiving);
        var (status, text) = await PostAsync(sandbox, wallet.Collection("incoming-payments"), token, body.Replace("W", wallet.Id.AbsoluteUri, StringComparison.Ordinal));
        Assert.True(status == 400 && text.Contains("\"code\":\"400\"", StringComparison.Ordinal), $"{what}: {status} {text}");
    }

    [Fact]
    public async Task The_largest_amount_is_accepted_and_comes_back_unchanged()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        var payment = await sandbox.Client.OpenAsync(wallet, await sandbox.Client.TokenAsync(wallet, Journey.Receiving), Journey.Usd(ulong.MaxValue));
        Assert.Equal(ulong.MaxValue, payment.IncomingAmount!.Value);
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        var token = await sandbox.Client.TokenAsync(wallet, Journey.Receiving);
        Assert.Equal(415, (await PostAsync(sandbox, wallet.Collection("incoming-payments"), token, $$"""{"walletAddress":"{{wallet.Id}}"}""", "text/plain")).Status);
    }

    [Fact]
    public async Task A_body_larger_than_64_KiB_is_not_read()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        var token = await sandbox.Client.TokenAsync(wallet, Journey.Receiving);
        Assert.Equal(413, (await PostAsync(sandbox, wallet.Collection("incoming-payments"), token, $$$"""{"walletAddress":"{{{wallet.Id}}}","metadata":{"x":"{{{new string('x', 70_000)}}}"}}""")).Status);
    }

    private static async Task<(int Status, string Text)> PostAsync(TestSandbox sandbox, Uri url, AccessToken token, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Authorization = new AuthenticationHeaderValue("GNAP", token.Value.Reveal());
        using var answer = await sandbox.Client.Http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

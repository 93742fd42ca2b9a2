using OpenPayments.Host.Configuration;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("OpenPayments:PublicUrl", null, "OpenPayments:PublicUrl is missing")]
    [InlineData("OpenPayments:PublicUrl", "pay.example", "must be an absolute URL")]
    [InlineData("OpenPayments:PublicUrl", "ftp://pay.example", "must be an absolute URL")]
    [InlineData("OpenPayments:PublicUrl", "http://pay.example", "http is only for a loopback address")]
    [InlineData("OpenPayments:PublicUrl", "https://me:word@pay.example", "user name or password")]
    [InlineData("OpenPayments:PublicUrl", "https://pay.example/?a=b", "no query")]
    [InlineData("OpenPayments:ClientWalletAddress", null, "OpenPayments:ClientWalletAddress is missing")]
    [InlineData("OpenPayments:ClientWalletAddress", "http://8.8.8.8/me", "OpenPayments:ClientWalletAddress cannot be used")]
    [InlineData("OpenPayments:KeyId", null, "OpenPayments:KeyId is missing")]
    [InlineData("OpenPayments:KeyId", "schlüssel", "OpenPayments:KeyId may hold printable ASCII only")]
    [InlineData("OpenPayments:PrivateKeyPem", "no key", "OpenPayments:PrivateKeyPem")]
    [InlineData("OpenPayments:PrivateKeyFile", "/nowhere/key.pem", "OpenPayments:PrivateKey")]
    [InlineData("OpenPayments:AllowLoopback", "maybe", "OpenPayments:AllowLoopback is 'maybe': it must be true or false")]
    [InlineData("OpenPayments:ApiKeys:0", "tooshort", "OpenPayments:ApiKeys:0 has 8 characters")]
    [InlineData("OpenPayments:ApiKeys", "sixteen and a space", "OpenPayments:ApiKeys:0 holds a space")]
    [InlineData("OpenPayments:ReturnOrigins:0", "shop.example", "OpenPayments:ReturnOrigins:0 is 'shop.example'")]
    [InlineData("OpenPayments:ReturnOrigins:0", "https://shop.example/thanks", "an origin ends after the host and port")]
    [InlineData("OpenPayments:ReturnOrigins:0", "http://shop.example", "http is only for a loopback address")]
    [InlineData("OpenPayments:Lease", "soon", "OpenPayments:Lease is 'soon'")]
    [InlineData("OpenPayments:Lease", "00:00:10", "it must be longer than OpenPayments:RequestTimeout")]
    [InlineData("OpenPayments:RequestsPerMinute", "-1", "OpenPayments:RequestsPerMinute is '-1'")]
    [InlineData("OpenPayments:MaxResponseBytes", "much", "MaxResponseBytes")]
    [InlineData("OpenPayments:ApiKey", "0123456789abcdef", "OpenPayments:ApiKey is not a setting")]
    [InlineData("ConnectionStrings:Payments", "Data Source=:memory:", "keeps the database in memory")]
    [InlineData("ConnectionStrings:Payments", "Password=open-sesame", "ConnectionStrings:Payments")]
    [InlineData("ConnectionStrings:Payments", "Host=db;Username=pay", "ConnectionStrings:Payments is not a connection string of SQLite")]
    [InlineData("ConnectionStrings:Payments", "Data Source=/proc/none/payments.db", "cannot be used as a database")]
    public void A_wrong_setting_stops_the_start_with_a_sentence(string key, string? value, string sentence)
    {
        using var folder = new TemporaryFolder();
        var wrong = Assert.Throws<SettingsException>(() => Build(folder, key, value));
        Assert.Contains(wrong.Sentences, found => found.Contains(sentence, StringComparison.Ordinal));
        Assert.DoesNotContain("open-sesame", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        using var folder = new TemporaryFolder();
        var wrong = Assert.Throws<SettingsException>(() => RunningHost.Build(folder, new HostSetup
        {
            Settings = new Dictionary<string, string?> { ["OpenPayments:PublicUrl"] = null, ["OpenPayments:Lease"] = "soon", ["OpenPayments:ApiKeys:0"] = "short" },
        }, RunningHost.FreeUrl(), new LogLines()));
        Assert.Equal(3, wrong.Sentences.Count);
    }

    [Fact]
    public void Without_an_API_key_no_host_starts_outside_Development()
    {
        using var folder = new TemporaryFolder();
        var wrong = Assert.Throws<SettingsException>(() => RunningHost.Build(folder, new HostSetup { Environment = "Production" }, RunningHost.FreeUrl(), new LogLines()));
        Assert.Contains("OpenPayments:ApiKeys is empty", Assert.Single(wrong.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loopback_in_Production_is_warned_of()
    {
        using var folder = new TemporaryFolder();
        var log = new LogLines();
        await using var app = RunningHost.Build(folder, new HostSetup
        {
            Environment = "Production",
            Settings = new Dictionary<string, string?> { ["OpenPayments:ApiKeys:0"] = "0123456789abcdef" },
        }, RunningHost.FreeUrl(), log);
        Assert.Contains(log.All, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("OpenPayments:AllowLoopback", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_says_what_is_wrong_and_ends_with_1()
    {
        var (error, before) = (new StringWriter(), Console.Error);
        Console.SetError(error);
        try
        {
            Assert.Equal(1, await HostProgram.RunAsync(["--environment", "Production", "--OpenPayments:PublicUrl=nonsense"]));
        }
        finally
        {
            Console.SetError(before);
        }
        Assert.Contains("OpenPayments:PublicUrl is 'nonsense'", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    private static void Build(TemporaryFolder folder, string key, string? value) => RunningHost.Build(
        folder, new HostSetup { Settings = new Dictionary<string, string?> { [key] = value } }, RunningHost.FreeUrl(), new LogLines());
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace OpenPayments.Client.Tests;

public sealed class AddOpenPaymentsTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"openpayments-{Guid.NewGuid():N}.pem");
    private readonly string _pem = NewPem();

    public AddOpenPaymentsTests()
    {
        File.WriteAllText(_file, _pem);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose() => File.Delete(_file);

    private static string NewPem()
    {
        using var key = SigningKey.Generate("k");
        return key.ToPem();
    }

    private void Good(OpenPaymentsOptions options)
    {
        options.ClientWalletAddress = new Uri("https://wallet.example/shop");
        options.KeyId = "key-1";
        options.PrivateKeyFile = _file;
    }

    private async Task<IHost> Started(Action<OpenPaymentsOptions> change)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddOpenPayments(options =>
        {
            Good(options);
            change(options);
        });
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private async Task<string> Refused(Action<OpenPaymentsOptions> change)
    {
        var message = (await Assert.ThrowsAsync<OptionsValidationException>(() => Started(change))).Message;
        Assert.DoesNotContain(_pem.Split('\n')[1], message, StringComparison.Ordinal);
        return message;
    }

    [Fact]
    public async Task A_plain_host_gets_everything_once()
    {
        using var host = await Started(_ => { });
        Assert.Same(host.Services.GetRequiredService<OpenPaymentsClient>(), host.Services.GetRequiredService<OpenPaymentsClient>());
        Assert.Same(host.Services.GetRequiredService<HttpInterpreter<string>>(), host.Services.GetRequiredService<HttpInterpreter<string>>());
        using var key = SigningKey.FromPem(_pem, "key-1");
        Assert.Equal(key.PublicJwk(), host.Services.GetRequiredService<SigningKey>().PublicJwk());
        Assert.Contains("loopback", host.Services.GetRequiredService<UrlPolicy>().Refuse(new Uri("https://127.0.0.1/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_may_come_as_text()
    {
        using var host = await Started(o => (o.PrivateKeyFile, o.PrivateKeyPem) = (null, _pem));
        Assert.NotNull(host.Services.GetRequiredService<SigningKey>());
    }

    [Fact]
    public async Task A_wrong_option_stops_the_start_with_a_sentence()
    {
        Assert.Contains("OpenPayments:ClientWalletAddress is missing", await Refused(o => o.ClientWalletAddress = null), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:ClientWalletAddress cannot be used: it is http, not https.", await Refused(o => o.ClientWalletAddress = new Uri("http://wallet.example/shop")), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:ClientWalletAddress cannot be used: it is not an absolute URL.", await Refused(o => o.ClientWalletAddress = new Uri("shop", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:KeyId is missing", await Refused(o => o.KeyId = ""), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:KeyId may hold", await Refused(o => o.KeyId = "ü"), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:PrivateKeyFile cannot be used: it is missing", await Refused(o => o.PrivateKeyFile = null), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:PrivateKeyFile cannot be used: there is no file /no/such.pem.", await Refused(o => o.PrivateKeyFile = "/no/such.pem"), StringComparison.Ordinal);
        Assert.Contains("both given", await Refused(o => o.PrivateKeyPem = _pem), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:PrivateKeyPem cannot be used: This is not PEM", await Refused(o => (o.PrivateKeyFile, o.PrivateKeyPem) = (null, "x")), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:RequestTimeout is 00:00:00", await Refused(o => o.RequestTimeout = TimeSpan.Zero), StringComparison.Ordinal);
        Assert.Contains("OpenPayments:MaxResponseBytes is 0", await Refused(o => o.MaxResponseBytes = 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_option_is_named_at_once()
    {
        var message = await Refused(o => (o.ClientWalletAddress, o.KeyId, o.MaxResponseBytes) = (null, "", -1));
        Assert.All(["ClientWalletAddress", "KeyId", "MaxResponseBytes"], option => Assert.Contains("OpenPayments:" + option, message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_file_of_another_kind_is_named_for_what_it_is()
    {
        File.WriteAllText(_file, "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----");
        Assert.Contains("PUBLIC KEY", await Refused(_ => { }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task A_key_file_that_is_open_to_anyone_but_its_owner_is_refused(UnixFileMode open)
    {
        if (OperatingSystem.IsWindows()) return; // file modes are Unix's
        File.SetUnixFileMode(_file, UnixFileMode.UserRead | UnixFileMode.UserWrite | open);
        Assert.Contains("chmod 600", await Refused(_ => { }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_disposed_of_calls_nobody_any_more()
    {
        using var client = new TestClient();
        client.Api.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Http.GetAsync(new Uri("http://127.0.0.1:9/")));
    }
}

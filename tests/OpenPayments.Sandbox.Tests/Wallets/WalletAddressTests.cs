using System.Net.Http.Json;
using System.Text;
using OpenPayments.Client;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Wallets;

public class WalletAddressTests
{
    [Fact]
    public async Task A_wallet_address_names_its_servers_with_their_tenant_path()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var alice = await sandbox.WalletAsync(sandbox.Alice);
        Assert.Equal((sandbox.Alice, "Alice Andersen", "USD", 2), (alice.Id, alice.PublicName, alice.AssetCode, alice.AssetScale));
        Assert.Matches("^/auth/[0-9a-f-]{36}$", alice.AuthServer.AbsolutePath);
        Assert.Matches("^/op/[0-9a-f-]{36}$", alice.ResourceServer.AbsolutePath);
    }

    [Theory]
    [InlineData("/accounts/nobody", 404)]
    [InlineData("/accounts/nobody/jwks.json", 404)]
    [InlineData("/accounts/alice/did.json", 500)]
    public async Task What_is_not_there_has_the_declared_status(string path, int status)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(sandbox.Server.Cloudnine, path));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_client_registers_its_key_over_http_and_is_served_it_back()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var key = SigningKey.Generate("key-1");
        using var http = new HttpClient();
        var jwk = System.Text.Json.JsonSerializer.Serialize(key.PublicJwk(), OpenPaymentsJsonContext.Default.JsonWebKey);
        using var answer = await http.PostAsync(new Uri(sandbox.Server.Happylife, "/sandbox/clients"), Json($$"""{"name":"my-shop","jwk":{{jwk}}}"""));
        Assert.Equal(201, (int)answer.StatusCode);
        var walletAddress = new Uri(sandbox.Server.Happylife, "/accounts/my-shop");
        Assert.Contains(walletAddress.AbsoluteUri, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var published = await http.GetFromJsonAsync(walletAddress.AbsoluteUri + "/jwks.json", OpenPaymentsJsonContext.Default.JsonWebKeySet);
        Assert.Equal(key.PublicJwk(), Assert.Single(published!.Keys));
    }

    [Theory]
    [InlineData("""{"name":"My Shop!","jwk":{"kid":"k","alg":"EdDSA","kty":"OKP","crv":"Ed25519","x":"AA"}}""")]
    [InlineData("""{"name":"shop","jwk":{"kid":"k"}}""")]
    [InlineData("""{"name":"shop"}""")]
    public async Task A_client_that_cannot_be_is_not_registered(string body)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var http = new HttpClient();
        using var answer = await http.PostAsync(new Uri(sandbox.Server.Happylife, "/sandbox/clients"), Json(body));
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_start_page_shows_accounts_balances_and_the_audit()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var http = new HttpClient();
        var html = await http.GetStringAsync(sandbox.Server.Cloudnine);
        Assert.All(["Alice Andersen", "1000.00 USD", "25000.00 MXN", "25.000000 USD", "every asset sums to zero"], what => Assert.Contains(what, html, StringComparison.Ordinal));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}

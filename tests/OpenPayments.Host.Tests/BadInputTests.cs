using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

/// <summary>Each wrong request gets a problem that names the member and the reason; none of these may reach a wallet.</summary>
public sealed class BadInputTests(BadInputTests.Fixture fixture) : IClassFixture<BadInputTests.Fixture>
{
    [Theory]
    [InlineData("incomingAmount/value", "\"0\"", "The amount is 0")]
    [InlineData("incomingAmount/value", "\"-5\"", "no sign")]
    [InlineData("incomingAmount/value", "\"10.00\"", "no decimal point")]
    [InlineData("incomingAmount/value", "\"1e3\"", "no exponent")]
    [InlineData("incomingAmount/value", "\"18446744073709551616\"", "18446744073709551615")]
    [InlineData("incomingAmount/value", "1000", "must be a JSON string")]
    [InlineData("incomingAmount/value", "\"\"", "1 to 64 characters")]
    [InlineData("incomingAmount/value", null, "is missing")]
    [InlineData("incomingAmount/assetCode", "\"\"", "1 to 16 characters")]
    [InlineData("incomingAmount/assetCode", "\"   \"", "The asset code")]
    [InlineData("incomingAmount/assetCode", "\"DOLLARSANDCENTSANDMORE\"", "1 to 16 characters")]
    [InlineData("incomingAmount/assetScale", "-1", "0 to 255")]
    [InlineData("incomingAmount/assetScale", "256", "0 to 255")]
    [InlineData("incomingAmount/assetScale", "2.5", "0 to 255")]
    [InlineData("incomingAmount/assetScale", "\"2\"", "0 to 255")]
    [InlineData("incomingAmount/currency", "\"USD\"", "is not a member of this request")]
    [InlineData("incomingAmount", "\"10.00 USD\"", "must be a JSON object")]
    [InlineData("incomingAmount", null, "is missing")]
    [InlineData("senderWalletAddress", null, "is missing")]
    [InlineData("senderWalletAddress", "7", "must be a JSON string")]
    [InlineData("senderWalletAddress", "\"alice\"", "senderWalletAddress")]
    [InlineData("senderWalletAddress", "\"/accounts/alice\"", "senderWalletAddress")]
    [InlineData("senderWalletAddress", "\"file:///etc/passwd\"", "senderWalletAddress")]
    [InlineData("senderWalletAddress", "\"ftp://wallet.example/alice\"", "scheme")]
    [InlineData("senderWalletAddress", "\"https://alice:word@wallet.example/alice\"", "credentials")]
    [InlineData("senderWalletAddress", "\"http://8.8.8.8/alice\"", "http, not https")]
    [InlineData("senderWalletAddress", "\"https://10.0.0.7/alice\"", "private")]
    [InlineData("senderWalletAddress", "\"https://169.254.169.254/latest/meta-data\"", "private, local or reserved")]
    [InlineData("receiverWalletAddress", "\"https://[fd00::1]/bob\"", "private, local or reserved")]
    [InlineData("receiverWalletAddress", "\"https://wallet.example/a b\"", "blank")]
    [InlineData("receiverWalletAddress", "\"$\"", "receiverWalletAddress")]
    [InlineData("metadata", "\"text\"", "must be a JSON object")]
    [InlineData("metadata", "[1,2]", "must be a JSON object")]
    [InlineData("returnUrl", "\"/thanks\"", "absolute")]
    [InlineData("returnUrl", "\"javascript:alert(1)\"", "absolute")]
    [InlineData("returnUrl", "\"https://evil.example/\"", "OpenPayments:ReturnOrigins")]
    [InlineData("retrunUrl", "\"https://shop.example/\"", "is not a member of this request")]
    public async Task A_wrong_member_is_named_with_its_reason(string member, string? value, string reason)
    {
        var order = fixture.World.Order();
        var path = member.Split('/');
        var holder = path.Length == 1 ? order : (JsonObject)order[path[0]]!;
        if (value is null) holder.Remove(path[^1]);
        else holder[path[^1]] = JsonNode.Parse(value);

        var problem = await RefusedAsync(Json.Content(order), HttpStatusCode.UnprocessableEntity);
        var error = Assert.Single(problem["errors"]!.AsArray());
        Assert.Equal("#/" + member, (string?)error!["pointer"]);
        Assert.Contains(reason, (string?)error["detail"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_wrong_member_is_named_not_only_the_first()
    {
        var problem = await RefusedAsync(Json.Content("{\"metadata\":3}"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(["#/senderWalletAddress", "#/receiverWalletAddress", "#/incomingAmount", "#/metadata"], problem["errors"]!.AsArray().Select(error => (string?)error!["pointer"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"senderWalletAddress\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"a\":1}{\"b\":2}")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body) => await RefusedAsync(Json.Content(body), HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_nested_without_end_is_refused() =>
        await RefusedAsync(Json.Content("{\"metadata\":" + string.Concat(Enumerable.Repeat("{\"a\":", 5000))), HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_body_that_is_not_UTF_8_is_refused()
    {
        using var content = new ByteArrayContent([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
        content.Headers.ContentType = new("application/json");
        await RefusedAsync(content, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused() =>
        await RefusedAsync(Json.Content("{\"metadata\":\"" + new string('x', 1 << 20) + "\"}"), HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_form_is_refused()
    {
        using var content = new StringContent("senderWalletAddress=alice", Encoding.UTF8, "application/x-www-form-urlencoded");
        await RefusedAsync(content, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("accounts/nobody", "wallet-address-not-found")]
    [InlineData("", "not-a-wallet-address")]
    public async Task A_wallet_address_that_is_none_is_named(string path, string code)
    {
        var order = fixture.World.Order();
        order["receiverWalletAddress"] = new Uri(fixture.World.Sandbox.Happylife, path).AbsoluteUri;
        var problem = await RefusedAsync(Json.Content(order), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal("receiver-wallet-address", (string?)problem["step"]);
        Assert.Equal("#/receiverWalletAddress", (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 9)]
    public async Task An_asset_that_is_not_the_receivers_is_refused_and_the_payment_stays_in_view(string code, int scale)
    {
        var order = fixture.World.Order();
        order["incomingAmount"] = new JsonObject { ["value"] = "1000", ["assetCode"] = code, ["assetScale"] = scale };
        var problem = await RefusedAsync(Json.Content(order), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("asset-mismatch", (string?)problem["code"]);
        Assert.Equal("#/incomingAmount", (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
        Assert.Equal("failed", (string?)(await fixture.World.ShowAsync((string)problem["id"]!))["status"]);
    }

    [Fact]
    public async Task A_wallet_that_nobody_answers_for_is_reported_as_such()
    {
        var order = fixture.World.Order();
        order["senderWalletAddress"] = new Uri(RunningHost.FreeUrl(), "alice").AbsoluteUri;
        var problem = await RefusedAsync(Json.Content(order), HttpStatusCode.GatewayTimeout);
        Assert.Equal("unreachable", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("nix", HttpStatusCode.NotFound)]
    [InlineData("payments/nobody", HttpStatusCode.NotFound)]
    [InlineData("payments/nobody/events", HttpStatusCode.NotFound)]
    [InlineData("payments", HttpStatusCode.MethodNotAllowed)]
    [InlineData("wallet-address", HttpStatusCode.BadRequest)]
    [InlineData("wallet-address?url=file:///etc/passwd", HttpStatusCode.UnprocessableEntity)]
    [InlineData("wallet-address?url=https://10.1.2.3/", HttpStatusCode.UnprocessableEntity)]
    public async Task Every_refusal_is_a_problem(string path, HttpStatusCode status)
    {
        using var response = await fixture.World.Http.GetAsync(path);
        await Json.ProblemAsync(response, status);
    }

    private async Task<JsonNode> RefusedAsync(HttpContent content, HttpStatusCode status)
    {
        using (content)
        using (var response = await fixture.World.Http.PostAsync("payments", content))
            return await Json.ProblemAsync(response, status);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        internal SandboxedHost World { get; private set; } = null!;

        public async ValueTask InitializeAsync() => World = await SandboxedHost.StartAsync();

        public ValueTask DisposeAsync() => World.DisposeAsync();
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>What is signed is what is sent, judged from the raw bytes that a server received.</summary>
public class SignedOnTheWireTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/a/../b/./c")]
    [InlineData("/%2e%2e/%2E/x")]
    [InlineData("/a%2Fb%2fc%20d")]
    [InlineData("/%41%7e~")]
    [InlineData("/é/ü?q=ß")]
    [InlineData("/%C3%A9?x=%c3%a9")]
    [InlineData("/a?b=c&d=%26+e#fragment")]
    [InlineData("/a#fragment?not-a-query")]
    [InlineData("/?")]
    [InlineData("/a??b=?")]
    [InlineData("//double//slash/")]
    [InlineData("/a;b=c,d:e@f!$&'()*")]
    [InlineData("/[x]{y}|^`\"<>")]
    [InlineData("/%zz%")]
    [InlineData("/😀")]
    public async Task The_signed_target_is_the_one_sent_for_odd_paths(string path)
    {
        await using var server = RawServer.Json(200, "{}");
        using var client = new TestClient();
        _ = await client.Http.SendAsync(Authorized(new Uri($"http://127.0.0.1:{server.Port}{path}")), TestContext.Current.CancellationToken);
        Assert.IsType<Verification.Valid>(client.Verify(server.Requests.Single().Message()));
    }

    [Theory]
    [InlineData("LOCALHOST")]
    [InlineData("127.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("bücher.localhost")]
    [InlineData("xn--bcher-kva.localhost")]
    [InlineData("BÜCHER.localhost.")]
    public async Task The_signed_target_is_the_one_sent_for_odd_hosts(string host)
    {
        await using var server = RawServer.Json(200, "{}");
        using var client = new TestClient(resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        _ = await client.Http.SendAsync(Authorized(new Uri($"http://{host}:{server.Port}/x")), TestContext.Current.CancellationToken);
        Assert.IsType<Verification.Valid>(client.Verify(server.Requests.Single().Message()));
    }

    [Fact]
    public async Task A_body_is_sent_once_with_its_length_as_it_was_signed_and_canonical()
    {
        await using var server = RawServer.Json(400, "{}");
        using var client = new TestClient();
        _ = await client.Api.Resources.CreateIncomingPaymentAsync(server.Url("/tenant/incoming-payments"), new Secret("t0k3n"), new CreateIncomingPaymentRequest
        {
            WalletAddress = new Uri("https://wallet.example/bob"),
            IncomingAmount = new Amount { Value = 1000, AssetCode = "USD", AssetScale = 2 },
            Metadata = new Dictionary<string, JsonElement> { ["note"] = JsonElement.Parse("\"café <&> \u2028\""), ["7"] = JsonElement.Parse("1.0") },
        });

        var request = server.Requests.Single();
        Assert.IsType<Verification.Valid>(client.Verify(request.Message()));
        Assert.Equal("{\"walletAddress\":\"https://wallet.example/bob\",\"incomingAmount\":{\"value\":\"1000\",\"assetCode\":\"USD\",\"assetScale\":2},\"metadata\":{\"7\":1,\"note\":\"café <&> \u2028\"}}", Encoding.UTF8.GetString(request.Body));
        Assert.Equal(["GNAP t0k3n"], request.Header("Authorization"));
        Assert.Equal(["application/json"], request.Header("Accept"));
        Assert.Equal(["application/json"], request.Header("Content-Type"));
        Assert.Equal([$"{request.Body.Length}"], request.Header("Content-Length"));
        Assert.Empty(request.Header("Transfer-Encoding"));
        Assert.Empty(request.Header("traceparent"));
    }

    [Fact]
    public async Task Public_reads_go_unsigned()
    {
        await using var server = RawServer.Json(404, "{}");
        using var client = new TestClient();
        _ = await client.Api.WalletAddresses.GetWalletAddressAsync(server.Url("/alice"));
        _ = await client.Api.Resources.GetIncomingPaymentAsync(server.Url("/incoming-payments/1"), null);
        Assert.All(server.Requests, r => Assert.Empty(r.Header("Signature").Concat(r.Header("Authorization"))));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task Query_parameters_are_escaped_added_to_those_that_are_there_and_signed()
    {
        await using var server = RawServer.Json(404, "{}");
        using var client = new TestClient();
        _ = await client.Api.Resources.ListOutgoingPaymentsAsync(server.Url("/outgoing-payments?tenant=a%2Fb"), new Secret("t"), "https://wallet.example/a&b c", null, 10, null);
        var request = server.Requests.Single();
        Assert.Equal("/outgoing-payments?tenant=a%2Fb&wallet-address=https%3A%2F%2Fwallet.example%2Fa%26b%20c&first=10", request.Target);
        Assert.IsType<Verification.Valid>(client.Verify(request.Message()));
    }

    private static HttpRequestMessage Authorized(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", "GNAP t0k3n");
        return request;
    }
}

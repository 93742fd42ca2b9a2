using System.Net;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>Where a name leads to is checked when the connection is made.</summary>
public class ConnectTimeTests
{
    private static Func<string, CancellationToken, Task<IPAddress[]>> Resolving(params string[] addresses) => (_, _) => Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("8.8.8.8", "192.168.0.1")]
    public async Task A_name_that_resolves_to_an_address_that_is_not_public_is_not_connected_to(params string[] addresses)
    {
        await using var server = RawServer.Json(200, "{}");
        using var client = new TestClient(o => o.AllowLoopback = false, Resolving(addresses));
        var e = await Assert.ThrowsAnyAsync<Exception>(() => client.Api.WalletAddresses.GetWalletAddressAsync(new Uri($"https://wallet.example:{server.Port}/")));
        Assert.NotNull(UrlRefusedException.In(e));
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [InlineData("a.localhost", "8.8.8.8")]
    [InlineData("cloud-nine-wallet", "8.8.8.8")]
    [InlineData("cloud-nine-wallet", "10.0.0.1")]
    [InlineData("cloud-nine-wallet", "127.0.0.1", "10.0.0.1")]
    public async Task A_name_that_resolves_elsewhere_than_to_loopback_is_not_called_over_http(string name, params string[] addresses)
    {
        await using var server = RawServer.Json(200, "{}");
        using var client = new TestClient(resolve: Resolving(addresses));
        var e = await Assert.ThrowsAnyAsync<Exception>(() => client.Api.WalletAddresses.GetWalletAddressAsync(new Uri($"http://{name}:{server.Port}/")));
        Assert.NotNull(UrlRefusedException.In(e));
        Assert.Equal(0, server.Connections);
    }

    public static TheoryData<System.Net.Sockets.SocketError, bool> Errors => new()
    {
        { System.Net.Sockets.SocketError.HostNotFound, true },
        { System.Net.Sockets.SocketError.NoData, true },
        { System.Net.Sockets.SocketError.NoRecovery, true },
        { System.Net.Sockets.SocketError.TryAgain, false }, // no answer at all: the payment waits, and asks again
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_name_that_does_not_exist_is_refused_in_the_words_of_one_that_leads_to_a_private_address(System.Net.Sockets.SocketError error, bool refused)
    {
        async Task<string?> WhyAsync(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
        {
            using var client = new TestClient(o => o.AllowLoopback = false, resolve);
            var e = await Assert.ThrowsAnyAsync<Exception>(() => client.Api.WalletAddresses.GetWalletAddressAsync(new Uri("https://db.internal/")));
            return UrlRefusedException.In(e)?.Message;
        }
        var why = await WhyAsync((_, _) => throw new System.Net.Sockets.SocketException((int)error));
        Assert.Equal(refused ? await WhyAsync(Resolving("10.0.0.1")) : null, why);
    }

    [Fact]
    public async Task With_loopback_allowed_any_name_that_resolves_to_it_is_called_over_http()
    {
        await using var server = RawServer.Json(404, "{}");
        using var client = new TestClient(resolve: Resolving("127.0.0.1"));
        _ = await client.Api.WalletAddresses.GetWalletAddressAsync(new Uri($"http://cloud-nine-wallet:{server.Port}/"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_URL_that_the_policy_refuses_is_refused_before_its_name_is_looked_up()
    {
        using var client = new TestClient(o => o.AllowLoopback = false, (_, _) => throw new InvalidOperationException("looked up"));
        await Assert.ThrowsAsync<UrlRefusedException>(() => client.Api.WalletAddresses.GetWalletAddressAsync(new Uri("http://wallet.example/")));
    }

    [Fact]
    public async Task A_name_is_looked_up_once_for_a_connection_not_for_each_request()
    {
        await using var server = RawServer.Json(404, "{}");
        var lookups = 0;
        using var client = new TestClient(resolve: (_, _) =>
        {
            lookups++;
            return Task.FromResult<IPAddress[]>([IPAddress.Loopback]);
        });
        for (var i = 0; i < 5; i++) _ = await client.Api.WalletAddresses.GetWalletAddressAsync(new Uri($"http://a.localhost:{server.Port}/"));
        Assert.Equal((1, 1, 5), (lookups, server.Connections, server.Requests.Count));
    }

    [Fact]
    public async Task A_redirect_is_an_answer_not_an_order()
    {
        await using var elsewhere = RawServer.Json(200, "{}");
        await using var server = RawServer.Json(302, "", $"Location: {elsewhere.Url()}\r\nSet-Cookie: a=b\r\n");
        using var client = new TestClient();
        for (var i = 0; i < 2; i++)
            Assert.Equal(302, Assert.IsType<ApiResult<WalletAddress>.Failure>(await client.Api.WalletAddresses.GetWalletAddressAsync(server.Url())).Status);
        Assert.Equal(0, elsewhere.Connections);
        Assert.All(server.Requests, r => Assert.Empty(r.Header("Cookie")));
    }
}

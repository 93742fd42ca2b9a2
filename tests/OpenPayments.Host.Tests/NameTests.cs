using System.Net;
using System.Net.Sockets;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

/// <summary>A name is judged by where it leads to, when the connection is made.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("10.0.0.1", "private")]
    [InlineData("::ffff:169.254.169.254", "private")]
    [InlineData("fd00::1", "private")]
    public async Task A_name_that_leads_to_a_private_address_is_not_connected_to(string address, string reason)
    {
        await using var world = await StubbedHost.StartAsync(StubbedHost.InPublic(address));
        var port = world.Wallet.Url.Port;
        await world.FailsAsync(HttpStatusCode.UnprocessableEntity, "url-refused", "sender-wallet-address", reason, "#/senderWalletAddress", world.Order($"https://wallet.example:{port}/alice"));
        Assert.Equal(0, world.Wallet.Connections);
    }

    public static TheoryData<string, SocketError> Names => new()
    {
        { "payments", SocketError.HostNotFound },
        { "payments", SocketError.NoData },
        { "look-up", SocketError.HostNotFound },
        { "look-up", SocketError.NoData },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_nobody_knows_and_one_that_only_our_network_knows_are_told_apart_by_nobody(string by, SocketError error)
    {
        async Task<(HttpStatusCode, string)> AskAsync(HostSetup setup)
        {
            await using var world = await StubbedHost.StartAsync(setup);
            using var response = by == "payments"
                ? await world.Host.Http.PostAsync("payments", Json.Content(world.Order("https://db.internal/alice")))
                : await world.Host.Http.GetAsync("wallet-address?url=https://db.internal/alice");
            var problem = (await Json.ReadAsync(response)).AsObject();
            if (problem.ContainsKey("id")) Assert.True(problem.Remove("id") && problem.Remove("instance"));
            problem.Remove("traceId");
            return (response.StatusCode, problem.ToJsonString());
        }
        var known = await AskAsync(StubbedHost.InPublic("10.0.0.1"));
        var unknown = await AskAsync(StubbedHost.InPublic(null) with { Resolve = (_, _) => throw new SocketException((int)error) });
        var empty = await AskAsync(StubbedHost.InPublic(null) with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([]) });
        Assert.Equal(known, unknown);
        Assert.Equal(known, empty);
    }

    [Fact]
    public async Task The_name_of_this_very_machine_is_not_connected_to()
    {
        await using var world = await StubbedHost.StartAsync(StubbedHost.InPublic(null));
        foreach (var name in new[] { "localhost", "localhost.", "cloudnine.localhost" })
        {
            using var response = await world.Host.Http.PostAsync("payments", Json.Content(world.Order($"https://{name}:{world.Wallet.Url.Port}/alice")));
            Assert.Contains("loopback", (string?)(await Json.ProblemAsync(response, HttpStatusCode.UnprocessableEntity))["detail"], StringComparison.Ordinal);
        }
        Assert.Equal(0, world.Wallet.Connections);
    }

    [Fact]
    public async Task Over_http_a_name_is_called_where_it_leads_to_this_machine_and_loopback_is_allowed()
    {
        await using var world = await StubbedHost.StartAsync(new HostSetup { Resolve = StubbedHost.Resolving("127.0.0.1") });
        var server = new UriBuilder(world.Wallet.Url) { Host = "cloud-nine-wallet" }.Uri;
        world.Wallet.AnswersAs = server;
        using var response = await world.Host.Http.PostAsync("payments", Json.Content(world.Order($"{server}alice", $"{server}bob")));
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Over_http_a_name_that_leads_elsewhere_is_not_called()
    {
        await using var world = await StubbedHost.StartAsync(new HostSetup { Resolve = StubbedHost.Resolving("10.0.0.1") });
        await world.FailsAsync(HttpStatusCode.UnprocessableEntity, "url-refused", "sender-wallet-address", "http, not https", "#/senderWalletAddress", world.Order("http://cloud-nine-wallet/alice"));
    }
}

using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace OpenPayments.Generated.Tests;

/// <summary>A team takes the interfaces into its own services, and puts a stub in their place in its tests.</summary>
public sealed class OwnRegistrationTests
{
    [Fact]
    public async Task The_interfaces_go_into_a_Refit_registration_of_ones_own()
    {
        await using var server = await LoopbackServer.StartAsync(200, """{"id":"https://wallet.example/alice","assetCode":"USD","assetScale":2,"authServer":"https://auth.example","resourceServer":"https://wallet.example"}""");
        var services = new ServiceCollection();
        services.AddRefitGeneratedClient<IWalletAddressServerApi>(ApiClient.Settings())
            .ConfigureHttpClient(http => http.BaseAddress = ApiClient.BaseAddress)
            .AddHttpMessageHandler(() => new AnswerHandler())
            .AddHttpMessageHandler(() => new Stamp());
        services.AddTransient<Treasury>();
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("USD", await provider.GetRequiredService<Treasury>().CurrencyAsync(server.Url("/alice")));
        Assert.Equal("a team's own", Assert.Single(server.Requests).Headers["X-Stamp"]);
    }

    [Fact]
    public async Task A_stub_stands_for_a_server()
    {
        Assert.Equal("EUR", await new Treasury(new Stub()).CurrencyAsync(new Uri("https://wallet.example/alice")));
        Assert.Equal("refused with 404", await new Treasury(new Stub()).CurrencyAsync(new Uri("https://wallet.example/nobody")));
    }

    /// <summary>What a team writes.</summary>
    private sealed class Treasury(IWalletAddressServerApi wallets)
    {
        public async Task<string> CurrencyAsync(Uri wallet) => (await wallets.GetWalletAddressAsync(wallet)).Match(
            found => found.Body.AssetCode, refused => $"refused with {refused.Status}", unreadable => unreadable.Why);
    }

    /// <summary>Any handler of theirs: below the first, it sees the request as it goes out.</summary>
    private sealed class Stamp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Stamp", "a team's own");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Stub : IWalletAddressServerApi
    {
        private static readonly HttpResponseHeaders None = new HttpResponseMessage().Headers;

        public Task<ApiResult<WalletAddress>> GetWalletAddressAsync(Uri url, CancellationToken cancellationToken = default) => Task.FromResult<ApiResult<WalletAddress>>(
            url.AbsolutePath == "/alice" ? new ApiResult<WalletAddress>.Success(Alice(url), 200, None) : new ApiResult<WalletAddress>.Failure(null, 404, None));

        public Task<ApiResult<JsonWebKeySet>> GetWalletAddressKeysAsync(Uri url, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<ApiResult<IReadOnlyDictionary<string, JsonElement>>> GetWalletAddressDidDocumentAsync(Uri url, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        private static WalletAddress Alice(Uri id) =>
            new() { Id = id, AssetCode = "EUR", AssetScale = 2, AuthServer = new Uri("https://auth.example"), ResourceServer = new Uri("https://wallet.example") };
    }
}

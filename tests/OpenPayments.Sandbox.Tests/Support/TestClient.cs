using OpenPayments.Client;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Support;

/// <summary>A client as the world has it: the generated operations over real HTTP, every request signed.</summary>
internal sealed class TestClient : IDisposable
{
    public TestClient(SigningKey key, Uri walletAddress, TimeProvider? clock = null)
    {
        (Key, WalletAddress, Signer) = (key, walletAddress, new MessageSigner(key, clock ?? TestSandbox.SigningTime));
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        Http = new HttpClient(new SigningHandler(Signer) { InnerHandler = sockets }) { Timeout = Timeout.InfiniteTimeSpan };
        (Grants, Resources, Wallets) = (new AuthServerApi(Http, CanonicalJson.Options), new ResourceServerApi(Http, CanonicalJson.Options), new WalletAddressServerApi(Http));
    }

    public SigningKey Key { get; }

    public Uri WalletAddress { get; }

    public MessageSigner Signer { get; }

    public HttpClient Http { get; }

    public AuthServerApi Grants { get; }

    public ResourceServerApi Resources { get; }

    public WalletAddressServerApi Wallets { get; }

    public ClientInstance Instance => new ClientInstance.WithWalletAddress { WalletAddress = WalletAddress };

    public static TestClient RegisteredAt(SandboxServer server, string name, TimeProvider? clock = null)
    {
        var key = SigningKey.Generate("key-of-" + name);
        return new TestClient(key, server.RegisterClient(name, key.PublicJwk()), clock);
    }

    public async Task<WalletAddress> WalletAsync(Uri url) => (await Wallets.GetWalletAddressAsync(url)).Body();

    public void Dispose()
    {
        Http.Dispose();
        Key.Dispose();
    }
}

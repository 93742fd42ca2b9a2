using System.Net;

namespace OpenPayments.Client.Tests;

/// <summary>A client with a fresh key, for servers on loopback.</summary>
internal sealed class TestClient : IDisposable
{
    public TestClient(Action<OpenPaymentsOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, TimeProvider? time = null)
    {
        Options = new OpenPaymentsOptions { ClientWalletAddress = new Uri("https://client.example/me"), KeyId = "key-1", AllowLoopback = true };
        configure?.Invoke(Options);
        Time = time ?? TimeProvider.System;
        Policy = new UrlPolicy(Options.AllowLoopback);
        Http = OpenPaymentsHttpClient.Create(Options, Key, Policy, Time, resolve ?? Dns.GetHostAddressesAsync);
        Api = new OpenPaymentsClient(Http);
    }

    public SigningKey Key { get; } = SigningKey.Generate("key-1");

    public OpenPaymentsOptions Options { get; }

    public UrlPolicy Policy { get; }

    public TimeProvider Time { get; }

    public HttpClient Http { get; }

    public OpenPaymentsClient Api { get; }

    public HttpInterpreter<TState> Interpreter<TState>() => new(Api, Policy, Key, Microsoft.Extensions.Options.Options.Create(Options), Time);

    public Verification Verify(SignedMessage message)
    {
        var jwk = Key.PublicJwk();
        return MessageVerifier.Verify(message, VerificationPolicy.Default, kid => kid == jwk.Kid ? jwk : null, Time.GetUtcNow());
    }

    public void Dispose()
    {
        Api.Dispose();
        Key.Dispose();
    }
}

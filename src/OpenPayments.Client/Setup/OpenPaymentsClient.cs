using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// The typed clients of the three kinds of server over one connection pool. Every call is signed where the protocol wants it,
/// checked against <see cref="UrlPolicy"/> (<see cref="UrlRefusedException"/>), and limited in time and size. The URLs are the ones
/// that servers gave out: one client serves all wallets.
/// </summary>
public sealed class OpenPaymentsClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Takes over an HTTP client that checks, signs and limits; <see cref="OpenPaymentsHttpClient"/> makes one.</summary>
    /// <param name="http">Disposed of with this.</param>
    public OpenPaymentsClient(HttpClient http)
    {
        _http = http;
        WalletAddresses = ApiClient.For<IWalletAddressServerApi>(http, CanonicalJson.Options);
        Grants = ApiClient.For<IAuthServerApi>(http, CanonicalJson.Options);
        Resources = ApiClient.For<IResourceServerApi>(http, CanonicalJson.Options);
    }

    /// <summary>Wallet addresses and their keys: public, not signed.</summary>
    public IWalletAddressServerApi WalletAddresses { get; }

    /// <summary>Authorization servers: grants, their continuation, tokens.</summary>
    public IAuthServerApi Grants { get; }

    /// <summary>Resource servers: incoming payments, quotes, outgoing payments.</summary>
    public IResourceServerApi Resources { get; }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}

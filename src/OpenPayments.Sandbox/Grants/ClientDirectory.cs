using System.Collections.Concurrent;
using System.Text.Json;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Sandbox.Grants;

/// <summary>
/// Fetches what a client's wallet address says about it: its name and its public keys, over HTTP, as a real provider does.
/// Only on loopback: a sandbox never calls out.
/// </summary>
internal sealed class ClientDirectory(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Uri, (DateTimeOffset At, IReadOnlyList<JsonWebKey> Keys)> _cache = new(UrlIdentity.Comparer);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromMinutes(1), // it is on this machine: slow where everything is
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>The keys seen a moment ago; null when it is longer ago than that.</summary>
    public IReadOnlyList<JsonWebKey>? RecentKeys(Uri walletAddress)
        => _cache.TryGetValue(walletAddress, out var known) && time.GetUtcNow() - known.At < Fresh ? known.Keys : null;

    public async Task<IReadOnlyList<JsonWebKey>> FetchKeysAsync(Uri walletAddress, CancellationToken ct)
    {
        var keys = (await GetAsync(walletAddress, "/jwks.json", OpenPaymentsJsonContext.Default.JsonWebKeySet, ct)).Keys;
        _cache[walletAddress] = (time.GetUtcNow(), keys);
        return keys;
    }

    public async Task<string> NameAsync(Uri walletAddress, CancellationToken ct)
        => (await GetAsync(walletAddress, "", OpenPaymentsJsonContext.Default.WalletAddress, ct)).PublicName ?? walletAddress.AbsoluteUri;

    public void Dispose() => _http.Dispose();

    private async Task<T> GetAsync<T>(Uri walletAddress, string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken ct)
    {
        if (!walletAddress.IsAbsoluteUri || walletAddress.Scheme is not ("http" or "https") || !walletAddress.IsLoopback)
            throw Refused.InvalidClient("the sandbox knows only clients whose wallet address is on loopback", 400);
        try
        {
            var body = await _http.GetByteArrayAsync(new Uri(walletAddress.AbsoluteUri.TrimEnd('/') + path), ct);
            return JsonSerializer.Deserialize(body, type) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw Refused.InvalidClient($"the client's wallet address{path} cannot be read: {e.Message}", 400);
        }
    }
}

using System.Net;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>Makes the HTTP client that everything goes through.</summary>
public static class OpenPaymentsHttpClient
{
    // a wallet provider that moves to another address is followed within this time
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A client that checks each URL, then signs, then connects only where it may; to be kept as long as the program runs.</summary>
    public static HttpClient Create(OpenPaymentsOptions options, SigningKey key, UrlPolicy policy, TimeProvider time) =>
        Create(options, key, policy, time, Dns.GetHostAddressesAsync);

    internal static HttpClient Create(OpenPaymentsOptions options, SigningKey key, UrlPolicy policy, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        ArgumentNullException.ThrowIfNull(options);
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // a signature holds for one URL, and a redirect is one more URL that someone else chose
            UseCookies = false,
            UseProxy = false, // a proxy would resolve names itself, unchecked
            ActivityHeadersPropagator = null, // our trace ids are no business of theirs
            ConnectCallback = new GuardedConnector(policy, resolve).ConnectAsync,
            ConnectTimeout = options.RequestTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            MaxResponseDrainSize = 0, // what was not read is too long to be read
        };
        var signing = new SigningHandler(new MessageSigner(key, time)) { InnerHandler = sockets };
        var guarded = new UrlGuardHandler(policy) { InnerHandler = signing };
        return new HttpClient(new AnswerHandler(guarded, options.MaxResponseBytes)) { Timeout = options.RequestTimeout };
    }
}

using System.Net;
using System.Net.Sockets;

namespace OpenPayments.Client;

/// <summary>
/// Makes connections, to the very addresses that were checked: a name could resolve to another one a moment later. Costs one look at
/// the name for each connection, none for a request over a pooled one.
/// </summary>
/// <param name="policy">Decides.</param>
/// <param name="resolve">Looks a name up; tests give names of their own.</param>
internal sealed class GuardedConnector(UrlPolicy policy, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endPoint = context.DnsEndPoint;
        var plain = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttp;
        var addresses = await ResolveAsync(endPoint.Host, plain, cancellationToken).ConfigureAwait(false);
        // one bad address among good ones is a name that is not to be trusted
        if (addresses.Length == 0 || Array.Exists(addresses, address => policy.Refuse(address, plain) is not null)) throw Nowhere(plain);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, endPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // only where the servers of names say that there is none: where they say nothing, the name may be asked for again
    private async Task<IPAddress[]> ResolveAsync(string host, bool plain, CancellationToken cancellationToken)
    {
        try
        {
            return await resolve(host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.NoRecovery)
        {
            throw Nowhere(plain);
        }
    }

    // one answer for both, or whoever asks learns which names our own network knows
    private static UrlRefusedException Nowhere(bool plain) => new(plain
        ? "it is http, not https, and its name is unknown or leads elsewhere than to this very machine (loopback)"
        : "its name is unknown, or leads to this very machine (loopback) or to a private, local or reserved address");
}

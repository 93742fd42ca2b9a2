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
        var addresses = await resolve(endPoint.Host, cancellationToken).ConfigureAwait(false);
        // one bad address among good ones is a name that is not to be trusted
        foreach (var address in addresses)
            if (policy.Refuse(address, plain) is { } reason) throw new UrlRefusedException(reason);

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
}

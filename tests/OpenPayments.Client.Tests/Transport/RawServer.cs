using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpenPayments.Client.Tests;

/// <summary>A server on a free loopback port that sees requests byte by byte and answers with whatever bytes it is told.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<RawRequest, Stream, Task> _answer;
    private readonly Task _serving;

    public RawServer(Func<RawRequest, Stream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public static RawServer Answering(string response) => new((_, stream) => stream.WriteAsync(Encoding.Latin1.GetBytes(response)).AsTask());

    public static RawServer Json(int status, string body, string headers = "") =>
        Answering($"HTTP/1.1 {status} x\r\nContent-Type: application/json\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body))}");

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Url(string path = "/") => new($"http://127.0.0.1:{Port}{path}");

    public List<RawRequest> Requests { get; } = [];

    public int Connections { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving; // before the listener stops: it may be about to accept once more
        _listener.Stop();
        _stopping.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                Connections++;
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await RawRequest.ReadAsync(stream, _stopping.Token) is { } request)
                {
                    lock (Requests) Requests.Add(request);
                    await _answer(request, stream).WaitAsync(_stopping.Token);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // the client hung up, or the test is over
            }
        }
    }
}

/// <summary>A request as it came.</summary>
internal sealed record RawRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public IEnumerable<string> Header(string name) => Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>What a server checks: the target as it rebuilds it from the Host header and the request line.</summary>
    public SignedMessage Message(string scheme = "http") => new(Method, $"{scheme}://{Header("Host").Single()}{Target}", Header, Body);

    public static async Task<RawRequest?> ReadAsync(Stream stream, CancellationToken ct)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, ct) == 0) return null;
            if (head.Count == 0 && one[0] == 0x16) return null; // a TLS handshake: nothing that this server speaks
            head.Add(one[0]);
        }
        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        var headers = lines[1..].Select(l => KeyValuePair.Create(l[..l.IndexOf(':')], l[(l.IndexOf(':') + 1)..].Trim())).ToArray();
        var body = new byte[int.Parse(headers.FirstOrDefault(h => h.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value ?? "0", System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, ct);
        return new(start[0], start[1], headers, body);
    }
}

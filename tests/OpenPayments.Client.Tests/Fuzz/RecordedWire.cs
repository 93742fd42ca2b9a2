using System.Text;

namespace OpenPayments.Client.Tests.Fuzz;

/// <summary>The framework's HTTP client over a connection in memory: tells what it would put on the wire.</summary>
internal sealed class RecordedWire : IDisposable
{
    // the client keeps something for each host that it ever saw
    private const int MostHosts = 1000;

    private HttpMessageInvoker? _http;
    private int _sent;
    private MemoryStream _written = new();

    /// <summary>Scheme, <c>Host</c> header and request line of a GET, as a receiver puts them together.</summary>
    public string TargetOf(Uri url)
    {
        if (_sent++ % MostHosts == 0) Renew();
        _written = new MemoryStream();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using (_http!.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult()) { }
        var lines = Encoding.Latin1.GetString(_written.ToArray()).Split("\r\n");
        var host = lines.Single(line => line.StartsWith("Host: ", StringComparison.Ordinal))["Host: ".Length..];
        return $"{url.Scheme}://{host}{lines[0].Split(' ')[1]}";
    }

    public void Dispose() => _http?.Dispose();

    private void Renew()
    {
        _http?.Dispose();
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = (_, _) => ValueTask.FromResult<Stream>(new Line(_written)),
        });
    }

    private sealed class Line(MemoryStream written) : Stream
    {
        private readonly MemoryStream _answer = new("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"u8.ToArray());

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => _answer.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(_answer.Read(buffer.Span));

        public override void Write(byte[] buffer, int offset, int count) => written.Write(buffer, offset, count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            written.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated;

/// <summary>
/// A JSON body in one buffer, from the writer to the socket: whoever digests or signs it reads <see cref="Bytes"/>, the very bytes
/// that are sent. Always with a length, never chunked.
/// </summary>
public sealed class JsonBody : HttpContent
{
    private readonly PooledBuffer _buffer;

    private JsonBody(PooledBuffer buffer)
    {
        _buffer = buffer;
        _ = Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    /// <summary>The body as it is sent; not to be kept beyond the request.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.Written;

    /// <summary>Serialises a value.</summary>
    /// <param name="value">What to send.</param>
    /// <param name="typeInfo">How to write it; the options that it belongs to decide the escaping.</param>
    public static JsonBody Of<T>(T value, JsonTypeInfo<T> typeInfo) => Of((object?)value, typeInfo);

    internal static JsonBody Of(object? value, JsonTypeInfo typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        var buffer = new PooledBuffer();
        var options = new JsonWriterOptions { Encoder = typeInfo.Options.Encoder, Indented = false, SkipValidation = true };
        using (var writer = new Utf8JsonWriter(buffer, options)) JsonSerializer.Serialize(writer, value, typeInfo);
        return new JsonBody(buffer);
    }

    /// <summary>
    /// Gives the buffer back. Not part of disposing: a request that was given up on may still be reading from it, so only an answer
    /// that was read to its end proves that it is free.
    /// </summary>
    internal void Recycle() => _buffer.Dispose();

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WriteAsync(Bytes, cancellationToken).AsTask();
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }
}

namespace OpenPayments.Generated;

/// <summary>Reads an answer into one buffer, up to a limit.</summary>
internal static class ResponseBody
{
    /// <returns>False when there is more than <paramref name="cap"/> bytes of it.</returns>
    /// <exception cref="HttpRequestException">The connection ended in the middle.</exception>
    public static async Task<bool> ReadAsync(HttpResponseMessage response, PooledBuffer buffer, long cap, CancellationToken ct)
    {
        var announced = response.Content.Headers.ContentLength;
        if (announced > cap) return false;
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                while (true)
                {
                    // one byte more than announced, so that the end is seen without growing
                    var read = await stream.ReadAsync(buffer.GetMemory(buffer.Length == 0 ? (int)(announced ?? 0) + 1 : 1), ct).ConfigureAwait(false);
                    if (read == 0) return true;
                    buffer.Advance(read);
                    if (buffer.Length > cap) return false;
                }
            }
        }
        catch (IOException e)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended in the middle of the answer.", e);
        }
    }

    /// <summary>Some servers begin JSON with a byte order mark, which RFC 8259 lets a reader pass over.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) => body.StartsWith("\uFEFF"u8) ? body[3..] : body;
}

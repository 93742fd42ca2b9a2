using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated;

/// <summary>
/// What the generated clients share: one request out, one answer back as a value. The whole exchange, body included, ends within
/// <see cref="HttpClient.Timeout"/>, and an answer may be no longer than <see cref="HttpClient.MaxResponseContentBufferSize"/>.
/// </summary>
internal static class OpenPaymentsHttp
{
    public static async Task<ApiResult<T>> SendAsync<T>(
        HttpClient http, JsonSerializerOptions json, HttpMethod method, Uri url, (string Name, string? Value)[] query, Secret? token, HttpContent? content, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(http.Timeout);
        using var request = new HttpRequestMessage(method, UrlQuery.Append(url, query)) { Content = content };
        _ = request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (token is not null) Authorize(request, token);

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
        using var body = new PooledBuffer();
        var whole = await ResponseBody.ReadAsync(response, body, Cap(http), limit.Token).ConfigureAwait(false);
        // over HTTP/1.1 an answer is read to its end only after the request was written to its own
        if (whole && response.Version.Major == 1) (content as JsonBody)?.Recycle();

        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode) return new ApiResult<T>.Failure(whole ? ErrorBody.Read(body.Written) : null, status, response.Headers);
        if (typeof(T) == typeof(NoContent)) return new ApiResult<T>.Success((T)(object)new NoContent(), status, response.Headers);
        if (!whole) return new ApiResult<T>.Unreadable($"The body is longer than {Cap(http)} bytes.", status, response.Headers);
        try
        {
            return JsonSerializer.Deserialize(ResponseBody.WithoutMark(body.Written.Span), Info<T>(json)) is { } value
                ? new ApiResult<T>.Success(value, status, response.Headers)
                : new ApiResult<T>.Unreadable("The body is null.", status, response.Headers);
        }
        catch (JsonException e)
        {
            return new ApiResult<T>.Unreadable(Unreadable.Why(e), status, response.Headers);
        }
    }

    public static HttpContent? Json<T>(JsonSerializerOptions json, T? body) where T : class => body is null ? null : JsonBody.Of(body, Info<T>(json));

    // a client that was left at its default of 2 GiB has not been thought about
    private static long Cap(HttpClient http) => http.MaxResponseContentBufferSize == int.MaxValue ? 1 << 20 : http.MaxResponseContentBufferSize;

    private static void Authorize(HttpRequestMessage request, Secret token)
    {
        var value = token.Reveal();
        if (value.Length == 0 || value.AsSpan().ContainsAnyExceptInRange('!', '~')) throw new ArgumentException("The access token is not one that a header can carry: visible ASCII without spaces.", nameof(token));
        _ = request.Headers.TryAddWithoutValidation("Authorization", "GNAP " + value);
    }

    private static JsonTypeInfo<T> Info<T>(JsonSerializerOptions json) => (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));
}

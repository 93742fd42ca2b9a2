using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated;

/// <summary>What the generated clients share: one request out, one answer back as a value.</summary>
internal static class OpenPaymentsHttp
{
    public static async Task<ApiResult<T>> SendAsync<T>(
        HttpClient http, JsonSerializerOptions json, HttpMethod method, Uri url, (string Name, string? Value)[] query, Secret? token, HttpContent? content, CancellationToken ct)
    {
        var q = string.Join('&', query.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => p.Name + "=" + Uri.EscapeDataString(p.Value!)));
        using var request = new HttpRequestMessage(method, q.Length == 0 ? url : new UriBuilder(url) { Query = q }.Uri) { Content = content };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("GNAP", token.Reveal());
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        try
        {
            if (!response.IsSuccessStatusCode)
            {
                var error = await response.Content.ReadFromJsonAsync(Info<ErrorResponse>(json), ct).ConfigureAwait(false);
                return new ApiResult<T>.Failure(error?.Error, status, response.Headers);
            }
            if (typeof(T) == typeof(NoContent)) return new ApiResult<T>.Success((T)(object)new NoContent(), status, response.Headers);
            return await response.Content.ReadFromJsonAsync(Info<T>(json), ct).ConfigureAwait(false) is { } body
                ? new ApiResult<T>.Success(body, status, response.Headers)
                : new ApiResult<T>.Unreadable("the body is null", status, response.Headers);
        }
        catch (JsonException) when (!response.IsSuccessStatusCode)
        {
            return new ApiResult<T>.Failure(null, status, response.Headers);
        }
        catch (JsonException e)
        {
            return new ApiResult<T>.Unreadable(e.Message, status, response.Headers);
        }
    }

    public static HttpContent? Json<T>(JsonSerializerOptions json, T? body) where T : class => body is null ? null : JsonContent.Create(body, Info<T>(json));

    private static JsonTypeInfo<T> Info<T>(JsonSerializerOptions json) => (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));
}

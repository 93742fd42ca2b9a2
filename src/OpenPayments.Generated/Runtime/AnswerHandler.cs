using System.Net;
using System.Net.Http.Headers;
using Refit;

namespace OpenPayments.Generated;

/// <summary>
/// The first handler of an <see cref="HttpClient"/> that printed interfaces are called through: it writes the access token's header,
/// reads each answer up to a limit, and hands it on whatever its status is. Other requests of the same client pass unchanged.
/// </summary>
public sealed class AnswerHandler : DelegatingHandler
{
    internal const string AccessToken = "OpenPayments.AccessToken";

    private static readonly HttpRequestOptionsKey<Secret?> TokenKey = new(AccessToken);
    private static readonly HttpRequestOptionsKey<Type> InterfaceKey = new(HttpRequestMessageOptions.InterfaceType);

    private readonly long _maxBytes;

    /// <summary>Makes a handler.</summary>
    /// <param name="inner">What sends; null where a factory sets it.</param>
    /// <param name="maxBytes">How long an answer may be, in bytes.</param>
    public AnswerHandler(HttpMessageHandler? inner = null, long maxBytes = 1 << 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        _maxBytes = maxBytes;
        if (inner is not null) InnerHandler = inner;
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The access token is not one that a header can carry.</exception>
    /// <exception cref="HttpRequestException">No answer came, or not to its end.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Options.TryGetValue(InterfaceKey, out _) ? AnswerAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _ = request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (request.Options.TryGetValue(TokenKey, out var token) && token is not null) Authorize(request.Headers, token);
        using var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = new PooledBuffer();
        try
        {
            var whole = await ResponseBody.ReadAsync(response, body, _maxBytes, cancellationToken).ConfigureAwait(false);
            // over HTTP/1.1 an answer is read to its end only after the request was written to its own
            if (whole && response.Version.Major == 1) (request.Content as JsonBody)?.Recycle();
            // always 200: the status is inside, where Refit makes no exception of a refusal and no null of a 204
            var answer = new ApiAnswer(body, whole ? null : _maxBytes, (int)response.StatusCode, response.Headers);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = answer, RequestMessage = request };
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    private static void Authorize(HttpRequestHeaders headers, Secret token)
    {
        var value = token.Reveal();
        if (value.Length == 0 || value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("The access token is not one that a header can carry: visible ASCII without spaces.", nameof(token));
        _ = headers.TryAddWithoutValidation("Authorization", "GNAP " + value);
    }
}

using Microsoft.AspNetCore.Http.Features;
using OpenPayments.Client;

namespace OpenPayments.Sandbox.Http;

/// <summary>A request as it came over the wire: its target not unescaped, its body's bytes as sent.</summary>
internal sealed record SignedRequest(string Method, string TargetUri, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    private const string Scheme = "GNAP ";

    public static async Task<SignedRequest> ReadAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new(http.Request.Method, $"{http.Request.Scheme}://{http.Request.Host}{target}", http.Request.Headers, buffer.ToArray());
    }

    /// <summary>The token of <c>Authorization: GNAP token</c>; null when there is none.</summary>
    public string? Token => Headers.Authorization.ToString() is { } value && value.StartsWith(Scheme, StringComparison.Ordinal) ? value[Scheme.Length..].Trim() : null;

    public SignedMessage Message => new(Method, TargetUri, name => Headers[name], Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values.ToArray()) : null;
}

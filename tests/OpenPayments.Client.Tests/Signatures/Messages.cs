using System.Text;

namespace OpenPayments.Client.Tests;

/// <summary>Requests as a server sees them.</summary>
internal static class Messages
{
    public static SignedMessage Of(string method, string target, string body, params (string Name, string Value)[] headers) =>
        new(method, target, name => headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value), Encoding.UTF8.GetBytes(body));

    /// <summary>The message with these headers in place of its own.</summary>
    public static SignedMessage With(SignedMessage message, params (string Name, string Value)[] headers) => message with
    {
        Header = name => headers.Any(h => Same(h.Name, name)) ? headers.Where(h => Same(h.Name, name)).Select(h => h.Value) : message.Header(name),
    };

    public static SignedMessage Without(SignedMessage message, string header) => message with { Header = name => Same(header, name) ? [] : message.Header(name) };

    /// <summary>A request that our signer signed, as its receiver sees it.</summary>
    public static SignedMessage Signed(SigningKey key, DateTimeOffset at, string method, string target, string? token = "t0k3n", string? body = """{"a":1}""")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (token is not null) request.Headers.TryAddWithoutValidation("Authorization", "GNAP " + token);
        var bytes = Encoding.UTF8.GetBytes(body ?? "");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            request.Content.Headers.ContentLength = bytes.Length;
        }
        new MessageSigner(key, new FixedTime(at)).Sign(request, bytes);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.ToList() ?? []).Select(h => (h.Key, h.Value.ToString())).ToArray();
        return Of(method, request.RequestUri!.AbsoluteUri, body ?? "", headers);
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}

internal sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}

using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace OpenPayments.Client;

/// <summary>
/// Signs requests (RFC 9421, profile of RFC 9635 section 7.3.1). Covered, in this order: <c>@method</c>, <c>@target-uri</c>;
/// <c>authorization</c> where there is one; <c>content-digest</c>, <c>content-length</c>, <c>content-type</c> where there is a body.
/// </summary>
/// <param name="key">Signs.</param>
/// <param name="time">Tells <c>created</c>.</param>
public sealed class MessageSigner(SigningKey key, TimeProvider time)
{
    // servers look the key up by this text: no space after a semicolon
    private readonly string _keyId = ";keyid=\"" + key.KeyId.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>Adds <c>Content-Digest</c> (with a body), <c>Signature-Input</c> and <c>Signature</c>, in place of any that are there.</summary>
    /// <param name="request">A request with an absolute URI, otherwise complete: what is covered may not change any more.</param>
    /// <param name="body">The bytes of its content as they will be sent; not looked at without a content.</param>
    /// <exception cref="ArgumentException">The request cannot be sent, and so not be signed: no absolute URI, a host or path that no request can carry.</exception>
    public void Sign(HttpRequestMessage request, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestUri is not { IsAbsoluteUri: true } uri) throw new ArgumentException("The request to sign has no absolute URI.", nameof(request));
        if (RequestTarget.Of(uri) is not { } target) throw new ArgumentException("The request to sign has a URI that no request can carry.", nameof(request));

        var authorization = request.Headers.NonValidated.TryGetValues("Authorization", out var credentials) ? credentials.ToString() : null;
        var content = request.Content is { } sent ? ContentHeaders.Cover(sent, body) : null;
        var input = Input(authorization is not null, content is not null);
        var signature = Sign(request.Method.Method, target, authorization, content, input);

        Set(request.Headers, "Signature-Input", input);
        Set(request.Headers, "Signature", signature);
    }

    private string Input(bool authorization, bool content)
    {
        var components = (authorization, content) switch
        {
            (false, false) => "(\"@method\" \"@target-uri\")",
            (true, false) => "(\"@method\" \"@target-uri\" \"authorization\")",
            (false, true) => "(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\" \"content-type\")",
            (true, true) => "(\"@method\" \"@target-uri\" \"authorization\" \"content-digest\" \"content-length\" \"content-type\")",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Label}{components};created={time.GetUtcNow().ToUnixTimeSeconds()}{_keyId}");
    }

    private string Sign(string method, string target, string? authorization, ContentHeaders? content, string input)
    {
        var size = method.Length + target.Length + (authorization?.Length ?? 0) + (content?.Length ?? 0) + input.Length + NamesLength;
        var rented = ArrayPool<byte>.Shared.Rent(3 * size); // at most three bytes for each UTF-16 unit
        var rest = rented.AsSpan();
        rest = rest[Written(Utf8.TryWrite(rest, $"\"@method\": {method}\n\"@target-uri\": {target}\n", out var n), n)..];
        if (authorization is not null) rest = rest[Written(Utf8.TryWrite(rest, $"\"authorization\": {authorization}\n", out n), n)..];
        if (content is not null)
            rest = rest[Written(Utf8.TryWrite(rest, $"\"content-digest\": {content.Digest}\n\"content-length\": {content.ContentLength}\n\"content-type\": {content.ContentType}\n", out n), n)..];
        rest = rest[Written(Utf8.TryWrite(rest, $"\"@signature-params\": {input.AsSpan(Label.Length)}", out n), n)..];

        Span<byte> signature = stackalloc byte[Ed25519.SignatureSize];
        key.Sign(rented.AsSpan(0, rented.Length - rest.Length), signature);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true); // it held the token
        return Header(signature);
    }

    private const string Label = "sig1=";

    // the names of the components with their punctuation
    private const int NamesLength = 200;

    private static int Written(bool fits, int length) => fits ? length : throw new InvalidOperationException("The signature base does not fit its buffer.");

    private static string Header(ReadOnlySpan<byte> signature)
    {
        Span<char> value = stackalloc char[Label.Length + 2 + 88];
        Label.CopyTo(value);
        value[Label.Length] = value[^1] = ':';
        _ = Convert.TryToBase64Chars(signature, value[(Label.Length + 1)..], out _);
        return new string(value);
    }

    private static void Set(System.Net.Http.Headers.HttpHeaders headers, string name, string value)
    {
        _ = headers.Remove(name);
        _ = headers.TryAddWithoutValidation(name, value);
    }
}

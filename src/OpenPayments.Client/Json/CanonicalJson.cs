using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// JSON whose bytes are what ECMAScript's <c>JSON.stringify(JSON.parse(text))</c> prints. Servers compute the digest of a body over
/// that, not over what they received, so a body that is only equivalent fails its signature.
/// </summary>
public static class CanonicalJson
{
    // deeper than any server's own limit; the recursion of the writer stays far from the end of the stack
    private const int MaxDepth = 512;

    /// <summary>Serialises every generated request type to canonical bytes.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Rewrites JSON text canonically.</summary>
    /// <param name="json">One JSON value in UTF-8, without a byte order mark, at most 512 levels deep.</param>
    /// <exception cref="JsonException">It is not JSON, or not UTF-8.</exception>
    public static byte[] Canonicalize(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) throw new JsonException("The text is not valid UTF-8.");
        var output = new ArrayBufferWriter<byte>(json.Length + 16);
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = CanonicalEncoder.Instance, SkipValidation = true, MaxDepth = MaxDepth }))
            CanonicalElement.Write(writer, document.RootElement);
        return output.WrittenSpan.ToArray();
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(OpenPaymentsJsonContext.Default.Options)
        {
            Encoder = CanonicalEncoder.Instance,
            Converters = { new CanonicalMembersConverter(), new CanonicalElementConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}

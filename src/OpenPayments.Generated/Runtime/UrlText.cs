using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Generated;

/// <summary>
/// Reads a URL that somebody else wrote. <see cref="Uri.TryCreate(string, UriKind, out Uri)"/> promises not to throw, and throws for some
/// texts with a mark that turns the direction of writing (<c>file://</c> and U+202E): here they are no URLs.
/// </summary>
public static class UrlText
{
    /// <summary>The URL, absolute or relative; null where the text is none.</summary>
    public static Uri? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var url) ? url : null;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The URL, if it is absolute; null where the text is none.</summary>
    public static Uri? ReadAbsolute(string text) => Read(text) is { IsAbsoluteUri: true } url ? url : null;
}

/// <summary>Reads and writes a URL as its text: what is none is a <see cref="JsonException"/> like any other wrong value.</summary>
public sealed class UrlJsonConverter : JsonConverter<Uri>
{
    /// <inheritdoc />
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && UrlText.Read(reader.GetString()!) is { } url ? url : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.OriginalString);
    }
}

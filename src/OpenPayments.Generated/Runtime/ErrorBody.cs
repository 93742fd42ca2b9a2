using System.Text.Json;

namespace OpenPayments.Generated;

/// <summary>
/// Reads the body of a refusal for what can be understood of it: <c>{"error":{"code","description","details"}}</c> with any of them
/// missing, or GNAP's short form <c>{"error":"code"}</c> (RFC 9635 section 3.6). Anything else (HTML, nothing at all) is null.
/// </summary>
internal static class ErrorBody
{
    // what a server says is stored and shown: enough for a person, not for filling a disk
    private const int MaxText = 1000;
    private const int MaxDetails = 4000;

    public static ErrorDetail? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("error", out var error)) return null;
            if (error.ValueKind == JsonValueKind.String) return new ErrorDetail { Code = Text(error) ?? "" };
            if (error.ValueKind != JsonValueKind.Object) return null;
            return new ErrorDetail { Code = Text(error, "code") ?? "", Description = Text(error, "description"), Details = Details(error) };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: lone surrogates in a text
        {
            return null;
        }
    }

    private static string? Text(JsonElement error, string member) => error.TryGetProperty(member, out var text) ? Text(text) : null;

    private static string? Text(JsonElement text) => text.ValueKind switch
    {
        JsonValueKind.String => text.GetString() is { Length: > MaxText } all ? all[..MaxText] + "…" : text.GetString(),
        JsonValueKind.Number => text.GetRawText() is { Length: <= MaxText } number ? number : null,
        _ => null,
    };

    private static Dictionary<string, JsonElement>? Details(JsonElement error)
    {
        if (!error.TryGetProperty("details", out var details) || details.ValueKind != JsonValueKind.Object || details.GetRawText().Length > MaxDetails) return null;
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in details.EnumerateObject()) members[member.Name] = member.Value.Clone();
        return members;
    }
}

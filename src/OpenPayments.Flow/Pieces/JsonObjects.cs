using System.Text.Json;

namespace OpenPayments.Flow;

/// <summary>Free-form JSON objects that an order carries as text.</summary>
internal static class JsonObjects
{
    public static IReadOnlyDictionary<string, JsonElement>? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, FlowJsonContext.Default.IReadOnlyDictionaryStringJsonElement);

    /// <summary>The object with one member more; one of the same name gives way.</summary>
    public static IReadOnlyDictionary<string, JsonElement> With(string? json, string name, string value)
    {
        var members = new Dictionary<string, JsonElement>(Read(json) ?? new Dictionary<string, JsonElement>());
        members[name] = JsonSerializer.SerializeToElement(value, FlowJsonContext.Default.String);
        return members;
    }

    /// <summary>Read here the way it is read when it is sent, so that nothing is begun that cannot be.</summary>
    public static bool IsOne(string? json)
    {
        try
        {
            return json is null || Read(json) is not null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // not JSON, or text that is not Unicode: half of a surrogate pair, escaped or not
            return false;
        }
    }
}

using System.Text.Json;

namespace OpenPayments.Flow.Values;

/// <summary>Free-form JSON objects that an order carries as text, such as metadata.</summary>
internal static class JsonObjects
{
    public static IReadOnlyDictionary<string, JsonElement>? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize(json, JsonObjectsContext.Default.IReadOnlyDictionaryStringJsonElement);

    /// <summary>The object with one member more; one of the same name is replaced.</summary>
    public static IReadOnlyDictionary<string, JsonElement> With(string? json, string name, string value)
    {
        var members = new Dictionary<string, JsonElement>(Read(json) ?? new Dictionary<string, JsonElement>());
        members[name] = JsonSerializer.SerializeToElement(value, JsonObjectsContext.Default.String);
        return members;
    }

    /// <summary>What is wrong with the text as a JSON object that is sent to a server; null where nothing is.</summary>
    public static string? WhyNot(string? json)
    {
        if (json is null) return null;
        try
        {
            if (Read(json) is not { } members) return NotAnObject;
            foreach (var (name, value) in members)
            {
                if (Numbers.FirstThatChanges(value, "/" + Numbers.Escaped(name)) is { } pointer)
                    return $"The number at {pointer} would be changed on its way: servers read numbers as binary64 (ECMAScript). Write it as a string.";
            }
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // not JSON, or text that is not Unicode: half of a surrogate pair, escaped or not
            return NotAnObject;
        }
    }

    private const string NotAnObject = "The metadata must be a JSON object.";
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated;

/// <summary>What the generated <c>Unknown</c> cases share: a JSON value that nobody here understands, held, compared and written back.</summary>
internal static class UnknownJson
{
    /// <summary>The value, independent of the document that it was part of.</summary>
    public static JsonElement Keep(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? throw new ArgumentException("This is no JSON value.", nameof(json)) : json.Clone();

    /// <summary>Reads a value that can be compared and written again.</summary>
    public static JsonElement Read(ref Utf8JsonReader reader)
    {
        var json = JsonElement.ParseValue(ref reader);
        try
        {
            return Same(json, json) ? json : throw new JsonException();
        }
        catch (InvalidOperationException) // "\ud800" alone: JSON, and no text
        {
            throw new JsonException("A text in it is not Unicode.");
        }
    }

    /// <summary>A member that all known cases have, where this value has it too.</summary>
    public static T? Member<T>(JsonElement json, string name, JsonSerializerOptions options) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
            : default;

    /// <summary>Writes the value; options that have their own way with free-form JSON, as for canonical bytes, are asked for it.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement json, JsonSerializerOptions options)
    {
        if (options.TryGetTypeInfo(typeof(JsonElement), out var info)) JsonSerializer.Serialize(writer, json, (JsonTypeInfo<JsonElement>)info);
        else json.WriteTo(writer);
    }

    public static bool Same(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other);

    /// <summary>Of what two equal values cannot differ in: not the order of members, nor how a number or a text is spelt.</summary>
    public static int Hash(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Aggregate(1, (sum, member) => sum ^ (Hash(member.Value) * 31)),
        JsonValueKind.Array => json.EnumerateArray().Aggregate(2, (sum, item) => HashCode.Combine(sum, Hash(item))),
        var scalar => (int)scalar,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// An enumeration of texts is an open set, and each text is there once. One of numbers or booleans stays a number or a boolean, wide enough
/// for its values: what may stand there is for servers to check. A type that has no value but null is anything.
/// </summary>
public sealed class Enumerations : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema.Text("type") == "null")
        {
            schema.Remove("type");
            schema["nullable"] = true;
        }
        if (schema["enum"] is not JsonArray values) return schema;
        if (values.All(v => v.AsText() is not null))
        {
            for (var i = values.Count - 1; i > 0; i--)
                if (values.Take(i).Any(v => v.AsText() == values[i].AsText())) values.RemoveAt(i);
            schema["type"] = "string";
            return schema;
        }
        schema.Remove("enum");
        if (!schema.ContainsKey("type") && Type(values) is { } type) schema["type"] = type;
        if (schema.Text("type") == "integer" && !schema.ContainsKey("format") && values.Any(v => v is JsonValue n && n.TryGetValue<long>(out var wide) && wide is > int.MaxValue or < int.MinValue)) schema["format"] = "int64";
        return schema;
    }

    private static string? Type(JsonArray values) =>
        values.All(v => v?.GetValueKind() is JsonValueKind.True or JsonValueKind.False) ? "boolean"
        : values.All(v => v?.GetValueKind() is JsonValueKind.Number) ? (values.All(v => v!.AsValue().TryGetValue<long>(out _)) ? "integer" : "number")
        : null;
}

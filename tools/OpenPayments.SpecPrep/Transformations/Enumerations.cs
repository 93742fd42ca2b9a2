using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// An enumeration of texts becomes an open set with a C# name for each value. One of numbers or booleans stays a number or a boolean:
/// what may stand there is for servers to check.
/// </summary>
public sealed class Enumerations : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["enum"] is not JsonArray values) return schema;
        if (values.Count > 0 && values.All(v => v.AsText() is not null))
        {
            schema["x-enumNames"] = Json.Strings(Named(values));
            return schema;
        }
        schema.Remove("enum");
        if (!schema.ContainsKey("type") && Type(values) is { } type) schema["type"] = type;
        return schema;
    }

    private static List<string> Named(JsonArray values)
    {
        var names = new List<string>();
        foreach (var value in values)
        {
            var name = CSharpName.Pascal(value.AsText()!) is { Length: > 0 } pascal ? pascal : $"Value{names.Count + 1}";
            if (name is "Value" or "IsKnown" or "Converter" or "Equals" or "ToString" or "GetHashCode" or "GetType") name += "Text";
            if (names.Contains(name))
                throw new SpecException("OPGEN004", $"two values of this enumeration would both be called '{name}'; take one out, or make it a plain string", Origin.Of(value));
            names.Add(name);
        }
        return names;
    }

    private static string? Type(JsonArray values) =>
        values.All(v => v?.GetValueKind() is JsonValueKind.True or JsonValueKind.False) ? "boolean"
        : values.All(v => v?.GetValueKind() is JsonValueKind.Number) ? (values.All(v => v!.AsValue().TryGetValue<long>(out _)) ? "integer" : "number")
        : null;
}

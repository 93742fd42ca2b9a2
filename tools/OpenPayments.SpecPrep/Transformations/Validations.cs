using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// What keywords of validation say of a type. The limits of an integer say how wide it is. Members that only a pattern names leave the
/// object open. The keywords themselves go: servers check what they say.
/// </summary>
public sealed class Validations : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        Open(schema);
        Width(schema);
        return schema;
    }

    private static void Open(JsonObject schema)
    {
        var named = schema.Remove("patternProperties", out var patterns) && patterns is JsonObject { Count: > 0 };
        var others = schema.Remove("unevaluatedProperties", out var rest) && rest is JsonObject;
        if ((named || others) && schema["additionalProperties"] is not JsonObject) schema["additionalProperties"] = true;
    }

    private static void Width(JsonObject schema)
    {
        var widest = 0.0;
        foreach (var key in (string[])["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
            if (schema.Remove(key, out var limit) && limit is JsonValue number && number.TryGetValue<double>(out var value))
                widest = Math.Abs(value) > Math.Abs(widest) ? value : widest;
            else if (limit is JsonValue whole && whole.TryGetValue<long>(out var exact) && Math.Abs((double)exact) > Math.Abs(widest))
                widest = exact;
        if (schema.Text("type") == "integer" && !schema.ContainsKey("format") && Math.Abs(widest) > int.MaxValue)
            schema["format"] = widest > long.MaxValue ? "uint64" : "int64";
    }
}

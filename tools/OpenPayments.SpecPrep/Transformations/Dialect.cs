using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// What OpenAPI 3.1 says otherwise than 3.0. <c>const: x</c> is an enumeration of one. The ways to say "or null" - a type in a list, a
/// case of a union, a value of an enumeration - become <c>nullable: true</c>. What is left of a list of several types is a union of them.
/// </summary>
public sealed class Dialect : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["const"].AsText() is { } value)
        {
            schema["type"] = "string";
            schema["enum"] = Json.Strings([value]);
        }
        schema.Remove("const");
        var nullable = false;
        if (schema["type"] is JsonArray types)
        {
            var real = types.Select(t => t.AsText() ?? "null").Where(t => t != "null").ToList();
            nullable |= real.Count < types.Count;
            schema.Remove("type");
            if (real.Count == 1) schema["type"] = real[0];
            else schema["anyOf"] = new JsonArray([.. real.Select(t => new JsonObject { ["type"] = t })]);
        }
        foreach (var key in (string[])["oneOf", "anyOf"])
            if (schema[key] is JsonArray cases) nullable |= Take(cases, c => c.Obj().Text("type") == "null");
        if (schema["enum"] is JsonArray values) nullable |= Take(values, v => v is null);
        if (nullable) schema["nullable"] = true;
        return schema;
    }

    private static bool Take(JsonArray from, Func<JsonNode?, bool> which)
    {
        var before = from.Count;
        for (var i = from.Count - 1; i >= 0; i--)
            if (which(from[i])) from.RemoveAt(i);
        return from.Count < before;
    }
}

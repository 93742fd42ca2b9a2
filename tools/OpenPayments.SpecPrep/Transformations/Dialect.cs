using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// What OpenAPI 3.1 says otherwise than 3.0. <c>const: x</c> is an enumeration of one. The ways to say "or null" - a type in a list, a
/// case of a union, a value of an enumeration - become <c>nullable: true</c>. What is left of a list of several types is a union of them,
/// each with the keywords that are about it.
/// </summary>
public sealed class Dialect : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        Const(schema);
        var nullable = false;
        if (schema["type"] is JsonArray types)
        {
            var real = types.Select(t => t.AsText() ?? "null").Where(t => t != "null").ToList();
            nullable |= real.Count < types.Count;
            schema.Remove("type");
            if (real.Count == 1) schema["type"] = real[0];
            else if (real.Count == 0) schema["type"] = "null";
            else Split(schema, real);
        }
        foreach (var key in (string[])["oneOf", "anyOf"])
            if (schema[key] is JsonArray cases)
            {
                nullable |= Take(cases, c => c.Obj().Text("type") == "null");
                foreach (var one in cases.Items()) nullable |= one.Obj().Remove("nullable", out var also) && also.IsTrue();
                if (cases.Count > 0) continue;
                schema.Remove(key);
                schema["type"] = "null";
            }
        if (schema["enum"] is JsonArray values)
        {
            nullable |= Take(values, v => v is null);
            if (values.Count == 0)
            {
                schema.Remove("enum");
                schema["type"] = "null";
            }
        }
        if (nullable) schema["nullable"] = true;
        return schema;
    }

    private static void Const(JsonObject schema)
    {
        if (!schema.Remove("const", out var value)) return;
        if (value.AsText() is not null) schema["type"] = "string";
        var values = new JsonArray(value?.Copy());
        Origin.Mark(values, Origin.Of(value ?? schema));
        schema["enum"] = values;
    }

    private static void Split(JsonObject schema, List<string> types)
    {
        // an enumeration may have no value of one of the types
        if (schema["enum"] is JsonArray all && types.Where(t => all.Any(v => Fits(v, t))).ToList() is { Count: > 0 } used) types = used;
        List<JsonObject> cases = [.. types.Select(t => Case(schema, t))];
        foreach (var key in (string[])["format", "enum", "items", "properties", "required", "additionalProperties"]) schema.Remove(key);
        if (cases.Count == 1) schema.AddMissing(cases[0]);
        else schema["anyOf"] = new JsonArray([.. cases]);
    }

    private static JsonObject Case(JsonObject schema, string type)
    {
        var one = new JsonObject { ["type"] = type };
        Origin.Mark(one, Origin.Of(schema));
        var numeric = schema.Text("format") is "int32" or "int64" or "uint64" or "float" or "double" or "decimal";
        string[] about = type switch
        {
            "object" => ["properties", "required", "additionalProperties"],
            "array" => ["items"],
            "string" => numeric ? [] : ["format"],
            "integer" or "number" => numeric ? ["format"] : [],
            _ => [],
        };
        foreach (var key in about)
            if (schema[key] is { } value) one[key] = value.Copy();
        if (schema["enum"].Items().Where(v => Fits(v, type)).ToList() is { Count: > 0 } values)
            one["enum"] = new JsonArray([.. values.Select(v => v.Copy())]);
        return one;
    }

    private static bool Fits(JsonNode? value, string type) => value?.GetValueKind() switch
    {
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type is "integer" or "number",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Array => type == "array",
        _ => false,
    };

    private static bool Take(JsonArray from, Func<JsonNode?, bool> which)
    {
        var before = from.Count;
        for (var i = from.Count - 1; i >= 0; i--)
            if (which(from[i])) from.RemoveAt(i);
        return from.Count < before;
    }
}

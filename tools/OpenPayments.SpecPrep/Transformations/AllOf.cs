using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// <c>allOf</c> becomes one flat object with the members of all its parts; a later part wins, and one that says less keeps what was said
/// before. Parts that are no objects are one narrower scalar, list or map.
/// </summary>
public sealed class AllOf : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document) =>
        schema.ContainsKey("allOf") ? Merge(schema, document) : schema;

    private static JsonObject Merge(JsonObject schema, SpecDocument document)
    {
        if (Narrowed(schema, document) is { } narrowed) return narrowed;
        var properties = new JsonObject();
        var required = new List<string>();
        var merged = new JsonObject { ["type"] = "object" };
        Origin.Mark(merged, Origin.Of(schema));
        foreach (var part in schema["allOf"].Items().Select(p => document.Deref(p.Obj())).Append(schema))
        {
            if (Shape.Cases(part) is not null)
                throw new SpecException("OPGEN006", "a union inside allOf has no counterpart in C#: write the union outside and the common members in each of its cases",
                    Origin.Of(part));
            var flat = part != schema && part.ContainsKey("allOf") ? Merge(part, document) : part;
            foreach (var (name, member) in flat["properties"].Obj()) properties[name] = Member(properties[name].Obj(), member.Obj().Copy());
            required.AddRange(Shape.Required(flat));
            if (flat["additionalProperties"] is JsonObject || flat["additionalProperties"].IsTrue()) merged["additionalProperties"] = true;
            if (flat["nullable"].IsTrue()) merged["nullable"] = true;
        }
        merged["properties"] = properties;
        if (required.Count > 0) merged["required"] = Json.Strings(required.Distinct());
        return merged.AddMissing(schema, except: ["allOf", "additionalProperties"]);
    }

    private static JsonObject Member(JsonObject before, JsonObject after) =>
        after.Any(p => Shaping.Contains(p.Key)) ? after : after.AddMissing(before);

    private static readonly HashSet<string> Shaping = ["type", "$ref", "oneOf", "anyOf", "allOf", "enum", "properties", "items", "additionalProperties"];

    /// <summary>What parts without members say together; null where they are an object.</summary>
    private static JsonObject? Narrowed(JsonObject schema, SpecDocument document)
    {
        // prose alone is no part
        List<JsonObject> parts = [.. schema["allOf"].Items().Select(p => p.Obj()).Append(schema)
            .Where(p => p.Any(m => (m.Key != "allOf" || p != schema) && (Shaping.Contains(m.Key) || m.Key is "format" or "required")))];
        List<JsonObject> targets = [.. parts.Select(p => p == schema ? p : Flat(document.Deref(p), document))];
        if (targets.Count == 0) return null;
        List<JsonObject> odd = [.. targets.Where(t =>
            t.Text("type") is "string" or "integer" or "number" or "boolean" or "array" || (t["enum"] is not null && t["properties"] is null))];
        if (odd.Count == 0) return null;
        if (targets.FirstOrDefault(t => t["properties"] is JsonObject || t.Text("type") == "object" || Shape.Cases(t) is not null) is { } other)
            throw new SpecException("OPGEN006",
                $"a part of this allOf is of type {odd[0].Text("type")} and another is an object or a union, so no value is both; take one out",
                Origin.Of(other));
        var one = new JsonObject().AddMissing(schema, except: "allOf");
        Origin.Mark(one, Origin.Of(schema));
        // a name keeps its name
        if (parts.Count == 1 && parts[0].ContainsKey("$ref")) return one.AddMissing(parts[0]);
        foreach (var target in Enumerable.Reverse(targets)) one.AddMissing(target, except: "title");
        return one;
    }

    private static JsonObject Flat(JsonObject part, SpecDocument document) => part.ContainsKey("allOf") ? Merge(part, document) : part;
}

using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary><c>allOf</c> becomes one flat object with the members of all its parts; a later part wins.</summary>
public sealed class AllOf : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document) => schema.ContainsKey("allOf") ? Merge(schema, document) : schema;

    private static JsonObject Merge(JsonObject schema, SpecDocument document)
    {
        var properties = new JsonObject();
        var required = new List<string>();
        var merged = new JsonObject { ["type"] = "object" };
        Origin.Mark(merged, Origin.Of(schema));
        foreach (var part in schema["allOf"].Items().Select(p => document.Deref(p.Obj())).Append(schema))
        {
            if (Shape.Cases(part) is not null)
                throw new SpecException("OPGEN006", "a union inside allOf has no counterpart in C#: write the union outside and the common members in each of its cases", Origin.Of(part));
            var flat = part != schema && part.ContainsKey("allOf") ? Merge(part, document) : part;
            foreach (var (name, member) in flat["properties"].Obj()) properties[name] = member?.Copy();
            required.AddRange(Shape.Required(flat));
            if (flat["additionalProperties"].IsTrue()) merged["additionalProperties"] = true;
        }
        merged["properties"] = properties;
        if (required.Count > 0) merged["required"] = Json.Strings(required.Distinct());
        return merged.AddMissing(schema, except: ["allOf", "additionalProperties"]);
    }
}

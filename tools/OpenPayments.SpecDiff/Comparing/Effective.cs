using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>What a schema says in the end: references followed, what stands beside them kept, <c>allOf</c> laid flat.</summary>
public static class Effective
{
    private const int Deepest = 24;

    /// <summary>The schema as one object; its members may still be references.</summary>
    public static JsonObject Of(JsonObject schema, SpecDocument document)
    {
        var all = schema;
        if (schema.ContainsKey("$ref")) all = new JsonObject().AddMissing(schema, except: "$ref").AddMissing(Of(document.Deref(schema), document));
        if (all["allOf"] is not JsonArray parts) return all;
        var flat = new JsonObject().AddMissing(all, except: "allOf");
        foreach (var part in parts.Items().Select(p => Of(p.Obj(), document)))
        {
            flat["properties"] = new JsonObject().AddMissing(flat["properties"].Obj()).AddMissing(part["properties"].Obj());
            flat["required"] = Json.Strings(Shape.Required(flat).Union(Shape.Required(part)));
            flat.AddMissing(part);
        }
        return flat;
    }

    /// <summary>Its type; what the keywords speak of, where it does not say.</summary>
    public static string Type(JsonObject schema) =>
        schema.Text("type") is { Length: > 0 } type ? type
        : schema.ContainsKey("properties") ? "object"
        : schema.ContainsKey("items") ? "array"
        : schema["enum"].Items().FirstOrDefault() is { } value && value.AsText() is not null ? "string"
        : "any";

    /// <summary>Whether members that it does not name are refused.</summary>
    public static bool IsClosed(JsonObject schema) => schema["additionalProperties"].IsFalse() || schema["unevaluatedProperties"].IsFalse();

    /// <summary>The alternatives, where it is a union: not where they are rules on the members beside them.</summary>
    public static IReadOnlyList<JsonObject>? Cases(JsonObject schema) =>
        schema.ContainsKey("properties") ? null : Shape.Cases(schema) is { } cases ? [.. cases.Items().OfType<JsonObject>()] : null;

    /// <summary>A text that two schemas share when they say the same under whatever names.</summary>
    public static string Canonical(JsonObject schema, SpecDocument document) => Shape.Canonical(Expand(schema, document, Deepest));

    private static JsonNode? Expand(JsonNode? node, SpecDocument document, int depth) => node switch
    {
        // deeper than any message: a schema that holds itself
        _ when depth == 0 => null,
        JsonObject o when o.ContainsKey("$ref") => Expand(Of(o, document), document, depth - 1),
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Expand(p.Value, document, depth - 1)))),
        JsonArray a => new JsonArray([.. a.Select(x => Expand(x, document, depth - 1))]),
        _ => node?.DeepClone(),
    };
}

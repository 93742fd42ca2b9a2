using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// The document as NSwag and the templates read it. OpenAPI 3.0 ignores what stands beside a reference, so such a reference moves into a
/// <c>oneOf</c> of one, which NSwag unwraps. Every type is listed by its C# name for the JSON context, and notes where it came from.
/// </summary>
public sealed class Finish : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        var document = specs.Documents[0];
        SchemaWalk.Rewrite(document, Wrapped);
        foreach (var (_, schema) in document.Schemas)
            if (Origin.Of(schema) is { File: not "open-payments.json" } origin) schema!["x-op-origin"] = origin.Citation;
        specs.Merged["x-op-types"] = Json.Strings(document.Schemas.Select(s => s.Value.Obj()["x-op-csharp"].AsText() ?? s.Key)
            .Concat(document.Schemas.SelectMany(s => Unknown.Of(s.Value.Obj()))));
    }

    private static JsonObject Wrapped(JsonObject schema)
    {
        if (!schema.ContainsKey("$ref") || schema.Count == 1) return schema;
        schema["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = schema.Text("$ref") });
        schema.Remove("$ref");
        return schema;
    }
}

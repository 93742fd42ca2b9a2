using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// The document as NSwag and the templates read it. OpenAPI 3.0 ignores what stands beside a reference, so such a reference moves into a
/// <c>oneOf</c> of one, which NSwag unwraps. Formats without a type of C# that reads and writes them as they are written go: a duration of
/// ISO 8601 can be a month, a time of day can have an offset, and both are texts. Every type notes where it came from.
/// </summary>
public sealed class Finish : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        var document = specs.Documents[0];
        SchemaWalk.Rewrite(document, schema => Wrapped(Formatted(schema)));
        foreach (var (_, schema) in document.Schemas)
            if (Origin.Of(schema) is { File: not "open-payments.json" } origin) schema!["x-op-origin"] = origin.Citation;
    }

    private static JsonObject Formatted(JsonObject schema)
    {
        if (schema.Text("type") == "string" && schema.Text("format") is not ("date-time" or "date" or "uri" or "uuid" or "byte")) schema.Remove("format");
        return schema;
    }

    private static JsonObject Wrapped(JsonObject schema)
    {
        if (!schema.ContainsKey("$ref") || schema.Count == 1) return schema;
        schema["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = schema.Text("$ref") });
        schema.Remove("$ref");
        return schema;
    }
}

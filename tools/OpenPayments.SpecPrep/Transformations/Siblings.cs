using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>OpenAPI 3.0 ignores what stands beside a reference, so the reference moves into a <c>oneOf</c> of one, which NSwag unwraps.</summary>
public sealed class Siblings : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (!schema.ContainsKey("$ref") || schema.Count == 1) return schema;
        schema["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = schema.Text("$ref") });
        schema.Remove("$ref");
        return schema;
    }
}

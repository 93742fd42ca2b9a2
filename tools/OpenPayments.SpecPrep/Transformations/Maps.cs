using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>An object that names no members (<c>metadata</c>, a DID document) is a map, of anything unless it says of what.</summary>
public sealed class Maps : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema.Text("type") != "object" || Shape.IsNamed(schema) || schema.ContainsKey("allOf")) return schema;
        if (schema["additionalProperties"] is not JsonObject) schema["additionalProperties"] = new JsonObject();
        return schema;
    }
}

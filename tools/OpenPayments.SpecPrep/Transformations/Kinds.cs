using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Says of each schema which kind of type it is in C#. A string whose format is a 64-bit number (<c>amount.value</c>) is a number and stays
/// a string on the wire. An object that names no members (<c>metadata</c>, a DID document) is a map, of anything unless it says of what.
/// Any other object is closed unless it says otherwise, so that no bag of unknown members appears on every record; unknown members are
/// still accepted when read: they are ignored.
/// </summary>
public sealed class Kinds : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema.Text("type") == "string" && schema.Text("format") is ("uint64" or "int64") && !schema.ContainsKey("enum"))
        {
            schema["type"] = "integer";
            schema["x-op-as-string"] = true;
        }
        else if (schema["properties"] is JsonObject)
        {
            schema["type"] = "object";
            schema["additionalProperties"] = schema["additionalProperties"].IsTrue();
        }
        else if (schema.Text("type") == "object" && !Shape.IsNamed(schema) && !schema.ContainsKey("allOf") && schema["additionalProperties"] is not JsonObject)
        {
            schema["additionalProperties"] = new JsonObject();
        }
        return schema;
    }
}

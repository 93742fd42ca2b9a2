using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Says of each schema which kind of type it is in C#. A member that is a string whose format is a 64-bit number (<c>amount.value</c>) is a
/// number and stays a string on the wire; anywhere else, as in a list, it is a string. An object that names no members (<c>metadata</c>, a DID document) is a map, of anything unless it says of what.
/// Any other object is closed unless it says otherwise, so that no bag of unknown members appears on every record; unknown members are
/// still accepted when read: they are ignored.
/// </summary>
public sealed class Kinds : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["properties"] is JsonObject members)
        {
            foreach (var member in members.Select(m => m.Value.Obj()).Where(m => m.Text("type") == "string" && m.Text("format") is "uint64" or "int64" && !m.ContainsKey("enum")))
            {
                member["type"] = "integer";
                member["x-op-as-string"] = true;
            }
            schema["type"] = "object";
            schema["additionalProperties"] = schema["additionalProperties"] is JsonObject || schema["additionalProperties"].IsTrue();
        }
        else if (schema.Text("type") == "object" && !Shape.IsNamed(schema) && !schema.ContainsKey("allOf") && schema["additionalProperties"] is not JsonObject)
        {
            schema["additionalProperties"] = new JsonObject();
        }
        return schema;
    }
}

using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>A string whose format is a 64-bit number (<c>amount.value</c>) is a number in C# and stays a string on the wire.</summary>
public sealed class Numbers : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema.Text("type") == "string" && schema.Text("format") is ("uint64" or "int64") && !schema.ContainsKey("enum"))
        {
            schema["type"] = "integer";
            schema["x-op-as-string"] = true;
        }
        return schema;
    }
}

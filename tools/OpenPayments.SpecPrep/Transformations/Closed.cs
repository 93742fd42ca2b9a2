using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// An object is closed unless it says otherwise, so that no bag of unknown members appears on every record. Unknown members are
/// still accepted when read: they are ignored.
/// </summary>
public sealed class Closed : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["properties"] is not JsonObject) return schema;
        schema["type"] = "object";
        schema["additionalProperties"] = schema["additionalProperties"].IsTrue();
        return schema;
    }
}

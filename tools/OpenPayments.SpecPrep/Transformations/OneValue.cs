using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary><c>const: x</c> means the same as an enumeration of one.</summary>
public sealed class OneValue : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["const"].AsText() is { } value)
        {
            schema["type"] = "string";
            schema["enum"] = Json.Strings([value]);
        }
        schema.Remove("const");
        return schema;
    }
}

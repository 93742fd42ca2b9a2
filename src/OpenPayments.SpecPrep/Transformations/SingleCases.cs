using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>A <c>oneOf</c>, <c>anyOf</c> or <c>allOf</c> of one is that one; what stands beside it is kept.</summary>
public sealed class SingleCases : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        foreach (var key in (string[])["oneOf", "anyOf", "allOf"])
        {
            if (schema[key] is not JsonArray { Count: 1 } cases || schema.ContainsKey("properties")) continue;
            var one = new JsonObject();
            Origin.Mark(one, Origin.Of(schema));
            // the description beside it says what it means here, so it wins
            return one.AddMissing(schema, except: key).AddMissing(cases[0].Obj());
        }
        return schema;
    }
}

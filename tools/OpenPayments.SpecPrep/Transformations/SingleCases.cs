using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// A <c>oneOf</c>, <c>anyOf</c> or <c>allOf</c> of one is that one; what stands beside it is kept. Only a list whose items are any of one
/// kind, and say which (<c>methods</c> of an incoming payment), stays a list of a union: it announces others.
/// </summary>
public sealed class SingleCases : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        foreach (var key in (string[])["oneOf", "anyOf", "allOf"])
        {
            if (schema[key] is not JsonArray { Count: 1 } cases || schema.ContainsKey("properties") || (key != "allOf" && IsAnnounced(schema, document.Deref(cases[0].Obj())))) continue;
            var one = new JsonObject();
            Origin.Mark(one, Origin.Of(schema));
            // the description beside it says what it means here, so it wins
            return one.AddMissing(schema, except: key).AddMissing(cases[0].Obj());
        }
        return schema;
    }

    private static bool IsAnnounced(JsonObject schema, JsonObject one) =>
        ReferenceEquals((schema.Parent as JsonObject)?["items"], schema)
        && Shape.Required(one).Any(member => one["properties"].Obj()[member] is JsonObject tag && tag["enum"] is JsonArray { Count: 1 });
}

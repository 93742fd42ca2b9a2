using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// A <c>oneOf</c> or <c>anyOf</c> beside members whose cases only say which of these must be there, or must not, is a rule for
/// senders and no union: it goes, and the members stay as they are (the limits of releases before 1.2).
/// </summary>
public sealed class PresenceRules : SchemaTransformation
{
    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        foreach (var key in (string[])["oneOf", "anyOf"])
            if (schema["properties"] is JsonObject && schema[key] is JsonArray cases && cases.All(c => c is JsonObject rule && IsRule(rule))) schema.Remove(key);
        return schema;
    }

    // what "not" held is gone by now
    private static bool IsRule(JsonObject rule) => rule.All(p => p.Key is "required" or "title" or "description" || (p.Key == "type" && p.Value.AsText() == "object"));
}

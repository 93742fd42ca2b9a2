using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// Members beside a <c>oneOf</c> or <c>anyOf</c>. Where the cases only say which of these members must be there, or must not, it is a rule for
/// senders and no union: it goes, and the members stay as they are. Where it is a choice, the members belong to each case, and go there.
/// </summary>
public sealed class Alternatives : SchemaTransformation
{
    private static readonly string[] Moved = ["properties", "required", "additionalProperties"];

    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        // the limits of releases before 1.2: the members stay as they are
        foreach (var key in (string[])["oneOf", "anyOf"])
            if (schema["properties"] is JsonObject && schema[key] is JsonArray cases && cases.All(c => c is JsonObject rule && IsRule(rule))) schema.Remove(key);
        if (schema["properties"] is JsonObject && Shape.Cases(schema) is { } choice) IntoEach(choice, schema);
        return schema;
    }

    // what "not" held is gone by now
    private static bool IsRule(JsonObject rule) => rule.All(p => p.Key is "required" or "title" or "description" || (p.Key == "type" && p.Value.AsText() == "object"));

    private static void IntoEach(JsonArray cases, JsonObject schema)
    {
        var common = new JsonObject(schema.Where(p => Moved.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        for (var i = 0; i < cases.Count; i++)
        {
            var one = cases[i].Obj();
            var both = new JsonObject { ["allOf"] = new JsonArray(common.Copy(), one.Copy()) };
            if (one["title"] is { } title) both["title"] = title.Copy();
            else if (one.ContainsKey("$ref")) both["title"] = Shape.Target(one);
            if (one["description"] is { } description) both["description"] = description.Copy();
            Origin.Mark(both, Origin.Of(one));
            cases[i] = both;
        }
        foreach (var key in Moved) schema.Remove(key);
    }
}

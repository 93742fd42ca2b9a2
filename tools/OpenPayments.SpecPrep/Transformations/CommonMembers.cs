using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>Members that stand beside a <c>oneOf</c> or <c>anyOf</c> belong to each of its cases, and go there.</summary>
public sealed class CommonMembers : SchemaTransformation
{
    private static readonly string[] Moved = ["properties", "required", "additionalProperties"];

    /// <inheritdoc />
    protected override JsonObject Rewrite(JsonObject schema, SpecDocument document)
    {
        if (schema["properties"] is not JsonObject || (schema["oneOf"] ?? schema["anyOf"]) is not JsonArray cases) return schema;
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
        return schema;
    }
}

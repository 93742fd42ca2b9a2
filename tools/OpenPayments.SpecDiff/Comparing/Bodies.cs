using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The contents of a request or of a response, by media type.</summary>
internal static class Bodies
{
    public static void Compare(JsonObject? before, JsonObject? after, string where, Direction direction, SchemaComparison schemas, Findings found)
    {
        var bodies = new Findings(direction);
        var (old, now) = (before.Obj()["content"].Obj(), after.Obj()["content"].Obj());
        if (old.Count == 0 && now.Count > 0) bodies.Add(where, "has a body now", d => OperationRules.Body(d, added: true));
        else if (now.Count == 0 && old.Count > 0) bodies.Add(where, "has no body any more", d => OperationRules.Body(d, added: false));
        else foreach (var type in old.Concat(now).Select(c => c.Key).Distinct()) Media(type, old, now, where, schemas, bodies);
        found.AddAll(bodies);
    }

    private static void Media(string type, JsonObject before, JsonObject after, string where, SchemaComparison schemas, Findings found)
    {
        if (!before.ContainsKey(type)) found.Add(where, $"new media type `{type}`", ValueRules.Widened);
        else if (!after.ContainsKey(type)) found.Add(where, $"media type `{type}` removed", ValueRules.Narrowed);
        else if (before[type].Obj()["schema"] is JsonObject old && after[type].Obj()["schema"] is JsonObject now) schemas.Compare(old, now, where, found);
    }
}

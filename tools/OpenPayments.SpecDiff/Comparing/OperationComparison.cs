using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The operations of two documents: found by address, and by operationId where the address is another.</summary>
internal static partial class OperationComparison
{
    public static IEnumerable<Entry> Compare(SpecDocument from, SpecDocument to, Renames renames)
    {
        var (before, after) = (from.Operations.ToList(), to.Operations.ToList());
        var pairs = before.Select(o => (Old: o, Now: after.FirstOrDefault(n => Address(n) == Address(o)))).ToList();
        for (var i = 0; i < pairs.Count; i++)
            if (pairs[i].Now is null)
                pairs[i] = (pairs[i].Old, after.FirstOrDefault(n => n.Id == pairs[i].Old.Id && pairs.All(p => p.Now != n)));

        foreach (var (old, now) in pairs)
        {
            if (now is null)
            {
                yield return new(Status.Removed, Title(old), from.Name, [new("", "operation removed", OperationRules.Removed)]);
                continue;
            }
            var found = new Findings(Direction.Request);
            if (Address(old) != Address(now)) found.Add("", $"is `{now.Method.ToUpperInvariant()} {now.Path}` now", OperationRules.Moved);
            if (old.Id != now.Id) found.Add("", $"operationId `{old.Id}` became `{now.Id}`", OperationRules.Renamed);
            Contents(old.Body, now.Body, new SchemaComparison(from, to, renames), found);
            // what is only called by another name has one change and no other
            if (found.Changes.Count > 0) yield return new(old.Id != now.Id && found.Changes.Count == 1 ? Status.Renamed : Status.Changed, Title(old), from.Name, found.Changes);
        }
        foreach (var now in after.Where(n => pairs.All(p => p.Now != n)))
            yield return new(Status.Added, Title(now), to.Name, [new("", "new operation", OperationRules.Added)]);
    }

    private static void Contents(JsonObject before, JsonObject after, SchemaComparison schemas, Findings found)
    {
        if (before.Text("x-op-auth") != after.Text("x-op-auth"))
            found.Add("", $"access token: `{before.Text("x-op-auth")}` became `{after.Text("x-op-auth")}`", OperationRules.Token(before.Text("x-op-auth"), after.Text("x-op-auth")));
        ParameterComparison.Compare(before, after, schemas, found);
        RequestBody(before["requestBody"] as JsonObject, after["requestBody"] as JsonObject, schemas, found);
        ResponseComparison.Compare(before["responses"].Obj(), after["responses"].Obj(), schemas, found);
    }

    private static void RequestBody(JsonObject? before, JsonObject? after, SchemaComparison schemas, Findings found)
    {
        if (before is not null && after is not null && before["required"].IsTrue() != after["required"].IsTrue())
            found.Add("request", after["required"].IsTrue() ? "the body became required" : "the body became optional", after["required"].IsTrue() ? MemberRules.BecameRequired : MemberRules.BecameOptional);
        Bodies.Compare(before, after, "request", Direction.Request, schemas, found);
    }

    /// <summary>The names of a path's parameters are nobody's business but the document's.</summary>
    private static string Address(Operation operation) => $"{operation.Method} {InBraces().Replace(operation.Path, "{}")}";

    private static string Title(Operation operation) => $"`{operation.Method.ToUpperInvariant()} {operation.Path}` ({operation.Id})";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex InBraces();
}

using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The parameters of an operation in the query and the headers. Those of the path are part of the address.</summary>
internal static class ParameterComparison
{
    public static void Compare(JsonObject before, JsonObject after, SchemaComparison schemas, Findings found)
    {
        var (old, now) = (By(before), By(after));
        foreach (var name in old.Keys.Union(now.Keys))
        {
            if (!old.TryGetValue(name, out var one))
            {
                found.Add(name, $"new {Need(now[name])} parameter", OperationRules.ParameterAdded(IsRequired(now[name])));
            }
            else if (!now.TryGetValue(name, out var other))
            {
                found.Add(name, $"{Need(one)} parameter removed", OperationRules.ParameterRemoved(IsRequired(one)));
            }
            else
            {
                if (IsRequired(one) != IsRequired(other))
                    found.Add(name, IsRequired(other) ? "became required" : "became optional", IsRequired(other) ? MemberRules.BecameRequired : MemberRules.BecameOptional);
                schemas.Compare(one["schema"].Obj(), other["schema"].Obj(), name, found);
            }
        }
    }

    private static Dictionary<string, JsonObject> By(JsonObject operation) =>
        operation["parameters"].Items().Select(p => p.Obj()).Where(p => p.Text("in") != "path")
            .GroupBy(p => $"{p.Text("in")}:{p.Text("name")}").ToDictionary(g => g.Key, g => g.Last());

    private static bool IsRequired(JsonObject parameter) => parameter["required"].IsTrue();

    private static string Need(JsonObject parameter) => IsRequired(parameter) ? "required" : "optional";
}

using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The members of two objects: which came, went, or must be there.</summary>
internal static class MemberComparison
{
    public static void Compare(SchemaComparison schemas, JsonObject before, JsonObject after, string where, Findings found)
    {
        var (old, now) = (before["properties"].Obj(), after["properties"].Obj());
        var (was, isNow) = (Shape.Required(before), Shape.Required(after));
        foreach (var name in old.Concat(now).Select(p => p.Key).Distinct())
        {
            var (path, had, has) = (Join(where, name), was.Contains(name), isNow.Contains(name));
            if (!old.ContainsKey(name))
            {
                found.Add(path, $"new {Need(has)} member", MemberRules.Added(has, Effective.IsClosed(before)));
            }
            else if (!now.ContainsKey(name))
            {
                found.Add(path, $"{Need(had)} member removed", MemberRules.Removed(had, Effective.IsClosed(after)));
            }
            else
            {
                if (had != has) found.Add(path, has ? "became required" : "became optional", has ? MemberRules.BecameRequired : MemberRules.BecameOptional);
                if (old[name] is JsonObject one && now[name] is JsonObject other) schemas.Compare(one, other, path, found);
            }
        }
        Closed(Effective.IsClosed(before), Effective.IsClosed(after), where, found);
        Presence(before, after, where, found);
    }

    public static string Join(string where, string name) => where.Length == 0 ? name : $"{where}.{name}";

    private static void Closed(bool was, bool isNow, string where, Findings found)
    {
        if (was && !isNow) found.Add(where, "takes members that it does not name now", ((Rule)ValueRules.Widened).Unread("members that it does not know are ignored"));
        if (!was && isNow) found.Add(where, "takes no members but those that it names now", ValueRules.Narrowed);
    }

    /// <summary>A union beside members says which of them go together.</summary>
    private static void Presence(JsonObject before, JsonObject after, string where, Findings found)
    {
        if (!before.ContainsKey("properties") || !after.ContainsKey("properties")) return;
        var (was, isNow) = (Shape.Cases(before), Shape.Cases(after));
        if (Shape.Canonical(was) == Shape.Canonical(isNow)) return;
        found.Add(where, "other rules on which members go together", was is null ? ValueRules.Narrowed : isNow is null ? ValueRules.Widened : ValueRules.Replaced);
    }

    private static string Need(bool required) => required ? "required" : "optional";
}

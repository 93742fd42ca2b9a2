using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>
/// What changed between two schemas. A reference to a schema that both documents name ends the descent: that schema is compared by
/// itself, once. An inline schema that became a reference, or the other way round, is no difference on the wire.
/// </summary>
public sealed class SchemaComparison(SpecDocument from, SpecDocument to, Renames renames)
{
    private readonly HashSet<(string, string)> _open = [];

    /// <summary>Compares two schemas at one place; <paramref name="where"/> is its path inside what is reported.</summary>
    public void Compare(JsonObject before, JsonObject after, string where, Findings found)
    {
        var (old, now) = (Reference(before), Reference(after));
        if (old is not null && now is not null)
        {
            if (renames.Now(old) == now)
            {
                // what stands beside the reference is said here and nowhere else
                CompareHere(Beside(before), Beside(after), where, found);
                return;
            }
            if (!_open.Add((old, now))) return;
        }
        CompareHere(Effective.Of(before, from), Effective.Of(after, to), where, found);
        if (old is not null && now is not null) _open.Remove((old, now));
    }

    private void CompareHere(JsonObject before, JsonObject after, string where, Findings found)
    {
        var (may, might) = (after["nullable"].IsTrue(), before["nullable"].IsTrue());
        if (may != might) found.Add(where, may ? "may be null now" : "may no longer be null", may ? ValueRules.Widened : ValueRules.Narrowed);
        if (after["deprecated"].IsTrue() && !before["deprecated"].IsTrue()) found.Add(where, "is deprecated now", ValueRules.Remark);

        if (Effective.Cases(before) is not null || Effective.Cases(after) is not null)
            new UnionComparison(this, from, to, renames).Compare(before, after, where, found);
        else if (TypesAgree(before, after, where, found))
            CompareContents(before, after, where, found);
    }

    private void CompareContents(JsonObject before, JsonObject after, string where, Findings found)
    {
        ValueComparison.Compare(before, after, where, found);
        MemberComparison.Compare(this, before, after, where, found);
        if (before["items"] is JsonObject item && after["items"] is JsonObject items) Compare(item, items, where + "[]", found);
        if (before["additionalProperties"] is JsonObject value && after["additionalProperties"] is JsonObject values) Compare(value, values, where + "{}", found);
    }

    /// <summary>Reports another type; whether what lies below can still be compared.</summary>
    private static bool TypesAgree(JsonObject before, JsonObject after, string where, Findings found)
    {
        var (old, now) = (Effective.Type(before), Effective.Type(after));
        if (old == now) return true;
        Rule rule = (old, now) switch
        {
            ("integer", "number") or (_, "any") => ValueRules.Widened,
            ("number", "integer") or ("any", _) => ValueRules.Narrowed,
            _ => ValueRules.Replaced,
        };
        found.Add(where, $"type `{old}` became `{now}`", rule);
        return false;
    }

    private static string? Reference(JsonObject schema) => schema.ContainsKey("$ref") ? Shape.Target(schema) : null;

    private static JsonObject Beside(JsonObject schema) => new JsonObject().AddMissing(schema, except: "$ref");
}

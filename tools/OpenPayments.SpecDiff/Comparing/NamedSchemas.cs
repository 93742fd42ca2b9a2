using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The schemas of two documents, each by its name.</summary>
internal static class NamedSchemas
{
    private static readonly Verdict Elsewhere = new(Effect.Fine("what it changes is said where it is used"), Effect.Fine("what it changes is said where it is used"));
    private static readonly Verdict NameOnly = new(Effect.Recompile("on the wire nothing changes; regenerated, the type has another name (names.json can keep it)"), Effect.Fine("on the wire nothing changes"));

    public static IEnumerable<Entry> Compare(SpecDocument from, SpecDocument to, Renames renames)
    {
        var (before, after) = (new Usage(from), new Usage(to));
        var comparison = new SchemaComparison(from, to, renames);
        foreach (var name in from.Schemas.Concat(to.Schemas).Select(s => s.Key).Distinct())
        {
            var (old, now) = (from.Schemas[name] as JsonObject, to.Schemas[renames.Now(name)] as JsonObject);
            if (renames.All.TryGetValue(name, out var called))
            {
                yield return new(Status.Renamed, $"`{name}` is `{called}` now", from.Name, [new("", "the structure is equal", NameOnly)]);
            }
            else if (old is null)
            {
                if (!renames.All.Values.Contains(name)) yield return new(Status.Added, $"`{name}`", to.Name, [new("", "new schema", Elsewhere)]);
            }
            else if (now is null)
            {
                yield return new(Status.Removed, $"`{name}`", from.Name, [new("", "schema removed", Elsewhere)]);
            }
            else
            {
                var found = new Findings(before[name] | after[name]);
                comparison.Compare(old, now, "", found);
                if (found.Changes.Count > 0) yield return new(Status.Changed, $"`{name}`, {Travels(before[name] | after[name])}", from.Name, found.Changes);
            }
        }
    }

    private static string Travels(Direction directions)
    {
        var (request, answer, error) = (directions.HasFlag(Direction.Request), directions.HasFlag(Direction.Answer), directions.HasFlag(Direction.Error));
        List<string> where = [.. new[] { (request, "requests"), (answer, "answers"), (error, "errors") }.Where(p => p.Item1).Select(p => p.Item2)];
        return where.Count > 0 ? "in " + string.Join(" and ", where) : "in no message";
    }
}

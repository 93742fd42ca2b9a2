using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The cases of two unions. What is no union on one side counts as a union of one.</summary>
internal sealed class UnionComparison(SchemaComparison schemas, SpecDocument from, SpecDocument to, Renames renames)
{
    public void Compare(JsonObject before, JsonObject after, string where, Findings found)
    {
        var (old, now) = (All(before, from), All(after, to));
        var pairs = Pair(old, now);
        if (Effective.Cases(before) is null) found.Add(where, $"became a union of {now.Count} cases", Turned);
        if (Effective.Cases(after) is null) found.Add(where, $"is no longer a union, but {pairs.Select(p => p.Now.Name).Append("something else").First()}", Turned);
        foreach (var one in now.Where(n => pairs.All(p => p.Now != n))) found.Add(where, $"new case {one.Name}", ValueRules.CaseAdded);
        foreach (var one in old.Where(o => pairs.All(p => p.Old != o))) found.Add(where, $"case {one.Name} removed", ValueRules.CaseRemoved);
        foreach (var (one, other) in pairs) schemas.Compare(one.Schema, other.Schema, $"{where}<{other.Name.Replace("`", "", StringComparison.Ordinal)}>", found);
    }

    /// <summary>What the wire says of it, the cases say; the C# type is another one.</summary>
    private static Verdict Turned(Direction direction) => direction == Direction.Error
        ? ValueRules.Remark
        : new(Effect.Recompile("the cases say what changes on the wire; regenerated, the type is another one"), Effect.Fine("the cases say what changes on the wire"));

    /// <summary>Finds for each case its counterpart, the surest signs first.</summary>
    private List<(Case Old, Case Now)> Pair(List<Case> old, List<Case> now)
    {
        List<(Case Old, Case Now)> pairs = [];
        Func<Case, Case, bool>[] signs =
        [
            (o, n) => o.Reference is not null && n.Reference is not null && renames.Now(o.Reference) == n.Reference,
            (o, n) => o.Canonical == n.Canonical,
            (o, n) => o.Title.Length > 0 && o.Title == n.Title,
            (o, n) => o.Tags.Count > 0 && o.Tags.SetEquals(n.Tags),
            (o, n) => o.Type != "object" && o.Type == n.Type,
            (o, n) => o.Required.Count > 0 && o.Required.SetEquals(n.Required),
        ];
        foreach (var sign in signs)
            foreach (var o in old.Where(o => pairs.All(p => p.Old != o)).ToList())
                if (now.FirstOrDefault(n => pairs.All(p => p.Now != n) && sign(o, n)) is { } match) pairs.Add((o, match));
        // what is left: whichever share most members
        foreach (var o in old.Where(o => pairs.All(p => p.Old != o)).ToList())
            if (now.Where(n => pairs.All(p => p.Now != n)).MaxBy(o.Likeness) is { } nearest && o.Likeness(nearest) > 0.5) pairs.Add((o, nearest));
        return pairs;
    }

    private static List<Case> All(JsonObject schema, SpecDocument document) =>
        [.. (Effective.Cases(schema) ?? [schema]).Select(c => new Case(c, Effective.Of(c, document), Effective.Canonical(c, document)))];

    private sealed class Case(JsonObject schema, JsonObject effective, string canonical)
    {
        public JsonObject Schema => schema;
        public string Canonical => canonical;
        public string? Reference { get; } = schema.ContainsKey("$ref") ? Shape.Target(schema) : null;
        public string Title { get; } = effective.Text("title");
        public string Type { get; } = Effective.Type(effective);
        public HashSet<string> Members { get; } = [.. effective["properties"].Obj().Select(p => p.Key)];
        public HashSet<string> Required { get; } = [.. Shape.Required(effective)];
        public HashSet<string> Tags { get; } = [.. effective["properties"].Obj().Where(p => p.Value.Obj()["enum"] is JsonArray { Count: 1 }).Select(p => $"{p.Key}={p.Value!["enum"]![0]}")];

        /// <summary>As a reader would call it.</summary>
        public string Name => Reference is not null ? $"`{Reference}`" : Title.Length > 0 ? $"`{Title}`"
            : Type != "object" ? $"`{Type}`" : Required.Count > 0 ? $"with `{string.Join("`, `", Required)}`" : $"of `{string.Join("`, `", Members)}`";

        public double Likeness(Case other) => Members.Union(other.Members).Count() is var all and > 0 ? Members.Intersect(other.Members).Count() / (double)all : 0;
    }
}

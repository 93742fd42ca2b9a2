using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>Everything that changed between two sets of documents, on the wire.</summary>
/// <param name="Versions">Each document with its version before and after; null where there is none.</param>
/// <param name="Operations">Changes to operations.</param>
/// <param name="Schemas">Changes to named schemas.</param>
public sealed record Comparison(IReadOnlyList<(string Document, string? From, string? To)> Versions, IReadOnlyList<Entry> Operations, IReadOnlyList<Entry> Schemas)
{
    /// <summary>Every change there is.</summary>
    public IEnumerable<Change> Changes => Operations.Concat(Schemas).SelectMany(e => e.Changes);

    /// <summary>Compares documents, which are brought into another form by it.</summary>
    public static Comparison Of(List<SpecDocument> from, List<SpecDocument> to)
    {
        var (before, after) = (NormalForm.Of(from), NormalForm.Of(to));
        var names = before.Concat(after).Select(d => d.Name).Distinct().ToList();
        List<Entry> operations = [], schemas = [];
        foreach (var name in names)
        {
            // a document that came or went is compared with an empty one
            var (old, now) = (Named(before, name) ?? Empty(name), Named(after, name) ?? Empty(name));
            var renames = new Renames(old, now);
            operations.AddRange(OperationComparison.Compare(old, now, renames));
            operations.AddRange(Schemes(old, now));
            schemas.AddRange(NamedSchemas.Compare(old, now, renames));
        }
        return new([.. names.Select(n => (n, Version(Named(before, n)), Version(Named(after, n))))], Entry.MergeNames(operations), Entry.MergeDocuments(schemas));
    }

    private static IEnumerable<Entry> Schemes(SpecDocument from, SpecDocument to)
    {
        static JsonObject Of(SpecDocument d) => d.Root["components"].Obj()["securitySchemes"].Obj();
        foreach (var (name, scheme) in Of(from))
            if (Of(to)[name] is { } now && Shape.Canonical(scheme) != Shape.Canonical(now))
                yield return new(Status.Changed, $"security scheme `{name}`", from.Name, [new("", "is another one", OperationRules.Scheme)]);
    }

    private static SpecDocument? Named(IEnumerable<SpecDocument> documents, string name) => documents.FirstOrDefault(d => d.Name == name);

    private static SpecDocument Empty(string name) => new(name, name + ".yaml", []);

    private static string? Version(SpecDocument? document) => document?.Root["info"].Obj()["version"]?.ToString();
}

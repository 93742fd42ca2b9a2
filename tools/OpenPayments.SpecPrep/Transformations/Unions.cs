using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// A named <c>oneOf</c> or <c>anyOf</c> becomes an abstract base with one derived schema for each case, and a note on how to recognise
/// each: by the value of a member that all cases have (a tag), by the members that only some require, or by its JSON type. A union
/// that an answer can hold gets one case more, for what a newer server says.
/// </summary>
public sealed class Unions : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        var document = specs.Documents[0];
        var answers = Answers.In(document);
        foreach (var (name, schema) in document.Schemas.Where(s => Shape.Cases(s.Value.Obj()) is not null).ToList())
            Union(name, schema.Obj(), document, specs.Names, answers.Contains(name));
    }

    private static void Union(string name, JsonObject schema, SpecDocument document, Names names, bool open)
    {
        var cases = UnionCase.All(name, schema, document, names);
        var tag = UnionCase.Tag(cases);
        var common = CommonMembers(cases, tag);
        // a case that is not known yet need not have what every known one must
        if (open) common.RemoveAll(m => cases[0].Required.Contains(m) || cases[0].Members[m]!["x-op-as-string"] is not null);
        var notes = new JsonArray();
        foreach (var c in cases)
        {
            document.Schemas[c.Component] = c.Derive(name, tag, common);
            notes.Add(c.Recogniser(cases, tag));
        }
        var union = document.Schemas[name] = Base(schema, cases, common, notes);
        if (open) Unknown.Add(name, union.Obj(), cases, tag);
    }

    /// <summary>Members that every case has in the same shape, where all cases are inline: they belong to the base. A schema that has a name of its own keeps its members.</summary>
    private static List<string> CommonMembers(IReadOnlyList<UnionCase> cases, string? tag) =>
        cases.Count < 2 || cases.Any(c => c.IsReference || c.IsScalar) ? []
        : [.. cases[0].Members.Select(m => m.Key).Where(m => m != tag && cases.All(c =>
            c.Members.ContainsKey(m) && c.Required.Contains(m) == cases[0].Required.Contains(m) && Shape.Canonical(c.Members[m]) == Shape.Canonical(cases[0].Members[m])))];

    private static JsonObject Base(JsonObject schema, IReadOnlyList<UnionCase> cases, List<string> common, JsonArray notes)
    {
        var union = new JsonObject
        {
            ["type"] = "object",
            ["x-abstract"] = true,
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(common.Select(m => KeyValuePair.Create(m, (JsonNode?)cases[0].Members[m]!.Copy()))),
            ["required"] = Json.Strings(common.Where(cases[0].Required.Contains)),
            // in the order of the document: the order of Match's parameters
            ["x-op-cases"] = notes.Copy(),
            // the most demanding case is tried first, so that {debitAmount} is never read as the case that requires nothing
            ["x-op-union"] = new JsonArray([.. notes.Items().OrderByDescending(n => n["members"].Items().Count()).Select(n => n.Copy())]),
        };
        if (schema["description"] is { } description) union["description"] = description.Copy();
        Origin.Mark(union, Origin.Of(schema));
        return union;
    }
}

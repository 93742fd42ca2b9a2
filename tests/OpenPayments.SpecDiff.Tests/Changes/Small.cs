using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff.Tests;

/// <summary>Documents of a few lines, and what is found between two of them, in a form that fits into a table.</summary>
internal static class Small
{
    /// <summary>The schema <c>thing</c>, beside whatever others, where only a client writes it.</summary>
    public static string InRequests(string thing, string others = "") =>
        $"paths: {{/things: {{post: {{operationId: make, requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/thing'}}}}}}}}, responses: {{'204': {{}}}}}}}}}}\n{Schemas(thing, others)}";

    /// <summary>The same where only a server writes it.</summary>
    public static string InAnswers(string thing, string others = "") => InResponses("200", thing, others);

    /// <summary>The same in an error.</summary>
    public static string InErrors(string thing) => InResponses("400", thing, "");

    /// <summary>The same where no operation holds it.</summary>
    public static string Nowhere(string thing) => "paths: {}\n" + Schemas(thing, "");

    public static Comparison Compare(string from, string to) => Comparison.Of([Document(from)], [Document(to)]);

    /// <summary>Every change as <c>where: what; client Harm; server Harm</c>, with the status of entries that are more than changed.</summary>
    public static string Found(string from, string to) => string.Join('\n', Lines(Compare(from, to)));

    public static IEnumerable<string> Lines(Comparison comparison) =>
        comparison.Operations.Concat(comparison.Schemas).SelectMany(e => e.Changes.Select(c =>
            (e.Status == Status.Changed ? "" : $"{e.Status} {e.Name}: ") + (c.Where.Length > 0 ? c.Where + ": " : "") + $"{c.What}; client {c.Verdict.Client.Harm}; server {c.Verdict.Server.Harm}"));

    public static SpecDocument Document(string yaml, string name = "server") => new(name, name + ".yaml", Yaml.Parse(yaml, name + ".yaml"));

    private static string InResponses(string status, string thing, string others) =>
        $"paths: {{/things: {{get: {{operationId: read, responses: {{'{status}': {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/thing'}}}}}}}}}}}}}}}}\n{Schemas(thing, others)}";

    private static string Schemas(string thing, string others) => $"components: {{schemas: {{thing: {thing}{(others.Length > 0 ? ", " + others : "")}}}}}";
}

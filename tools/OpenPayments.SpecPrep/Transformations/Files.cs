using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// What lies in which file no longer matters. An Arazzo document says in which order the operations of the others are called, and
/// describes no type: it is left out, so that it may lie in the same folder. A reference into another file,
/// <c>./schemas.yaml#/components/schemas/amount</c>, becomes one into its own document: what it names is copied in, with everything that
/// this refers to. Releases that share schemas through a fourth file need it.
/// </summary>
public sealed class Files : ITransformation
{
    /// <summary>Whether this is an Arazzo document.</summary>
    public static bool IsArazzo(JsonObject root) => root.ContainsKey("arazzo");

    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        specs.Documents.RemoveAll(document => IsArazzo(document.Root));
        var loaded = specs.Documents.ToDictionary(d => Path.GetFullPath(d.File), d => new SpecDocument(d.Name, d.File, d.Root.Copy()));
        foreach (var document in specs.Documents) Visit(document.Root, document, document, loaded);
    }

    private static void Visit(JsonNode? node, SpecDocument home, SpecDocument at, Dictionary<string, SpecDocument> loaded)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Visit(item, home, at, loaded);
        }
        else if (node is JsonObject o)
        {
            if (o["$ref"].AsText() is { } reference) Bring(o, reference, home, at, loaded);
            foreach (var (_, value) in o.ToList()) Visit(value, home, at, loaded);
        }
    }

    private static void Bring(JsonObject node, string reference, SpecDocument home, SpecDocument at, Dictionary<string, SpecDocument> loaded)
    {
        var (file, pointer) = reference.Split('#') is [var f, var p] ? (f, p) : (reference, "");
        var from = file.Length == 0 ? at : Other(node, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(at.File))!, file)), loaded);
        if (from.File == home.File) return;
        if (pointer.Trim('/').Split('/') is not ["components", var section, var name])
            throw new SpecException("OPGEN003", $"the reference {reference} must name something under components of the other file", Origin.Of(node));
        var components = (JsonObject)(home.Root["components"] ??= new JsonObject());
        var target = (JsonObject)(components[section] ??= new JsonObject());
        var own = target.ContainsKey(name) && Origin.Of(target[name])?.File != from.File ? $"{from.Name}-{name}" : name;
        node["$ref"] = $"#/components/{section}/{own}";
        if (target.ContainsKey(own)) return;
        var copy = from.Resolve(new JsonObject { ["$ref"] = "#" + pointer }).Copy();
        target[own] = copy;
        Visit(copy, home, from, loaded);
    }

    private static SpecDocument Other(JsonObject node, string path, Dictionary<string, SpecDocument> loaded)
    {
        if (loaded.TryGetValue(path, out var known)) return known;
        if (!File.Exists(path)) throw new SpecException("OPGEN003", $"the reference {node.Text("$ref")} names a file that is not there: {path}", Origin.Of(node));
        var other = loaded[path] = SpecDocument.Load(path);
        WellFormed.Check(other);
        Discriminators.Spread(other);
        return other;
    }
}

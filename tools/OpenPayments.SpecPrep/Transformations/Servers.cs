using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// One document a server becomes one document: paths go below the server's name (the templates print the route without it), and the
/// tag names the client. Schemas that several servers share are one; where two differ under one name, the later is called after its server
/// too. Their error bodies are one (<see cref="ErrorShape"/>).
/// </summary>
public sealed class Servers : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        var paths = new JsonObject();
        var merged = new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = "Open Payments", ["version"] = Version(specs) },
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = new JsonObject() },
        };
        var target = new SpecDocument("open-payments", "open-payments.json", merged);
        foreach (var document in specs.Documents)
        {
            var server = CSharpName.Pascal(document.Name);
            Separate(document, server, target.Schemas);
            foreach (var operation in document.Operations)
            {
                operation.Body["tags"] = Json.Strings([server]);
                var path = $"/{document.Name}{(operation.Path == "/" ? "" : operation.Path)}";
                if (paths[path] is not JsonObject item) paths[path] = item = [];
                item[operation.Method] = operation.Body.Copy();
            }
            foreach (var (name, schema) in document.Schemas) target.Schemas.TryAdd(name, schema!.Copy());
        }
        ErrorShape.Add(target.Schemas, specs.ErrorCodes);
        specs.Documents.Clear();
        specs.Documents.Add(target);
    }

    /// <summary>Renames the schemas that differ from those of the same name in an earlier document, and those that differ because of that.</summary>
    private static void Separate(SpecDocument document, string server, JsonObject earlier)
    {
        for (; ; )
        {
            var differ = document.Schemas.Where(s => earlier[s.Key] is { } other && Shape.Canonical(other) != Shape.Canonical(s.Value)).Select(s => s.Key).ToHashSet();
            if (differ.Count == 0) return;
            TypeNames.Rename(document, name => differ.Contains(name) ? server + name : name);
        }
    }

    private static string Version(SpecSet specs) => specs.Documents.Select(d => d.Root["info"].Obj()["version"]?.ToString()).LastOrDefault(v => v is not null) ?? "0";
}

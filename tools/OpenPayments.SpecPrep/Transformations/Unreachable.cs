using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>Drops the named schemas that no operation leads to: without them nothing is generated that nobody can receive.</summary>
public sealed class Unreachable : ITransformation
{
    /// <inheritdoc />
    public void Apply(SpecSet specs)
    {
        foreach (var document in specs.Documents)
        {
            var reached = new HashSet<string> { "ErrorResponse" };
            if (document.Schemas["ErrorResponse"] is JsonObject error) Reach(error, document, reached);
            Reach(document.Root["paths"], document, reached);
            foreach (var name in document.Schemas.Select(s => s.Key).Where(n => !reached.Contains(n)).ToList()) document.Schemas.Remove(name);
        }
    }

    private static void Reach(JsonNode? node, SpecDocument document, HashSet<string> reached)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Reach(item, document, reached);
        }
        else if (node is JsonObject o)
        {
            if (o["$ref"].AsText() is not null) Follow(Shape.Target(o));
            foreach (var c in o["x-op-cases"].Items().Where(c => c.Obj().ContainsKey("component"))) Follow(c.Obj().Text("component"));
            foreach (var (_, value) in o) Reach(value, document, reached);
        }

        void Follow(string name)
        {
            if (reached.Add(name)) Reach(document.Schemas[name], document, reached);
        }
    }
}

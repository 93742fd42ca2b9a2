using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// The named schemas that an answer can hold. A server may be newer than these documents, so a union among them may bring a
/// case that they do not know; what only a client writes cannot.
/// </summary>
internal static class Answers
{
    public static HashSet<string> In(SpecDocument document)
    {
        var reached = new HashSet<string>();
        foreach (var operation in document.Operations) Reach(operation.Body["responses"], document, reached);
        return reached;
    }

    private static void Reach(JsonNode? node, SpecDocument document, HashSet<string> reached)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Reach(item, document, reached);
        }
        else if (node is JsonObject o)
        {
            if (o.ContainsKey("$ref") && reached.Add(Shape.Target(o))) Reach(document.Resolve(o), document, reached);
            foreach (var (_, value) in o) Reach(value, document, reached);
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>Where a node was written, so that an error can point at a line of YAML after any number of transformations.</summary>
/// <param name="File">The document's path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Path">The JSON pointer inside the document, such as <c>/components/schemas/amount</c>.</param>
public sealed record Origin(string File, int Line, int Column, string Path)
{
    private static readonly ConditionalWeakTable<JsonNode, Origin> Known = [];

    /// <summary>The document and the pointer, as the generated code cites them.</summary>
    public string Citation => System.IO.Path.GetFileName(File) + "#" + Path;

    /// <summary>Remembers where a node came from.</summary>
    public static void Mark(JsonNode node, Origin? origin)
    {
        if (origin is not null) Known.AddOrUpdate(node, origin);
    }

    /// <summary>Where a node, or the nearest thing around it, was written.</summary>
    public static Origin? Of(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (Known.TryGetValue(node, out var origin)) return origin;
        return null;
    }
}

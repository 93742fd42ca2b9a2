using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>One example of a document, and the C# type that it is an example of.</summary>
internal sealed record Example(string Document, string Pointer, JsonNode? Value, Type Type)
{
    public override string ToString() => $"{Document}.yaml#{Pointer}";

    /// <summary>Every example of a document, wherever it stands. One that no type can be told for is an error, never skipped.</summary>
    public static List<Example> In(GeneratedSet set, string file)
    {
        var document = SpecDocument.Load(file);
        var types = new ExampleTypes(set, document);
        return [.. Places(document.Root, [], named: false).Select(p => new Example(document.Name, "/" + string.Join('/', p.Path.Select(s => s.Replace("/", "~1", StringComparison.Ordinal))), Unwrap(document, p.Value), types.At(p.Path, p.Value)))];
    }

    /// <summary>The places of all examples: the values of <c>examples</c> and <c>example</c>, except where these are names of members.</summary>
    private static IEnumerable<(string[] Path, JsonNode? Value)> Places(JsonNode? node, string[] path, bool named)
    {
        if (node is JsonArray list)
            return list.SelectMany((item, i) => Places(item, [.. path, $"{i}"], named: false));
        return node is not JsonObject o ? [] : o.SelectMany(p => (named ? "" : p.Key) switch
        {
            "example" => [([.. path, p.Key], p.Value)],
            "examples" when p.Value is JsonArray many => many.Select((v, i) => ((string[])[.. path, p.Key, $"{i}"], v)),
            "examples" => p.Value.Obj().Select(e => ((string[])[.. path, p.Key, e.Key], e.Value)),
            _ => Places(p.Value, [.. path, p.Key], named: p.Key is "properties"),
        });
    }

    /// <summary>A media type's examples wrap the value and may be shared; a schema's are the value.</summary>
    private static JsonNode? Unwrap(SpecDocument document, JsonNode? written) =>
        written is JsonObject o && (o.ContainsKey("$ref") || o.ContainsKey("value") && o.All(p => p.Key is "value" or "summary" or "description"))
            ? document.Deref(o)["value"] : written;
}

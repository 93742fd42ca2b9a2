using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OpenPayments.SpecPrep;

/// <summary>YAML 1.2 core schema to JSON: a quoted scalar is always a string, so <c>type: 'null'</c> stays the text "null".</summary>
public static class Yaml
{
    /// <summary>Reads a file.</summary>
    public static JsonObject Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads a text; <paramref name="file"/> is what errors call it.</summary>
    public static JsonObject Parse(string text, string file)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new SpecException("OPGEN001", $"this is not YAML: {e.Message}", new Origin(file, (int)e.Start.Line, (int)e.Start.Column, ""));
        }
        return stream.Documents.FirstOrDefault()?.RootNode is YamlMappingNode root
            ? (JsonObject)Convert(root, file, "")!
            : throw new SpecException("OPGEN001", "this is not an OpenAPI document: the top must be a mapping", new Origin(file, 1, 1, ""));
    }

    private static JsonNode? Convert(YamlNode node, string file, string path)
    {
        JsonNode? json = node switch
        {
            YamlMappingNode map => Mapping(map, file, path),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select((item, i) => Convert(item, file, $"{path}/{i}"))]),
            YamlScalarNode { Style: ScalarStyle.Plain } s => Plain(s.Value ?? ""),
            YamlScalarNode s => JsonValue.Create(s.Value),
            _ => null,
        };
        if (json is not null) Origin.Mark(json, new Origin(file, (int)node.Start.Line, (int)node.Start.Column, path));
        return json;
    }

    private static JsonObject Mapping(YamlMappingNode map, string file, string path)
    {
        var json = new JsonObject(map.Children.Where(p => !IsMerge(p.Key)).Select(p => Member(p, file, path)));
        // << is not of YAML 1.2, and in wide use all the same: what it brings in yields to what is written here
        foreach (var (_, from) in map.Children.Where(p => IsMerge(p.Key)))
            foreach (var one in from is YamlSequenceNode several ? several.Children : [from])
                if (Convert(one, file, path) is JsonObject more) json.AddMissing(more);
        return json;
    }

    private static bool IsMerge(YamlNode key) => key is YamlScalarNode { Style: ScalarStyle.Plain, Value: "<<" };

    private static KeyValuePair<string, JsonNode?> Member(KeyValuePair<YamlNode, YamlNode> pair, string file, string path)
    {
        var name = (pair.Key as YamlScalarNode)?.Value
            ?? throw new SpecException("OPGEN001", "the name of a member is a text", new Origin(file, (int)pair.Key.Start.Line, (int)pair.Key.Start.Column, path));
        return KeyValuePair.Create(name, Convert(pair.Value, file, $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}"));
    }

    private static JsonNode? Plain(string s) => s switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when long.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) => JsonValue.Create(i),
        _ when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) => JsonValue.Create(d),
        _ => JsonValue.Create(s),
    };
}

using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>What the transformations do with JSON nodes all the time.</summary>
public static class Json
{
    /// <summary>The object that this is, or an empty one.</summary>
    public static JsonObject Obj(this JsonNode? node) => node as JsonObject ?? [];

    /// <summary>The elements of the array that this is, or none.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node) => (node as JsonArray ?? []).OfType<JsonNode>();

    /// <summary>The text of a member, or "".</summary>
    public static string Text(this JsonObject o, string member) => o[member].AsText() ?? "";

    /// <summary>The text that this is, or null.</summary>
    public static string? AsText(this JsonNode? node) => node is JsonValue v && v.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Whether this is the literal <c>true</c>.</summary>
    public static bool IsTrue(this JsonNode? node) => node is JsonValue v && v.TryGetValue<bool>(out var b) && b;

    /// <summary>Whether this is the literal <c>false</c>.</summary>
    public static bool IsFalse(this JsonNode? node) => node is JsonValue v && v.TryGetValue<bool>(out var b) && !b;

    /// <summary>The names of the members, in a list of their own: the object may be changed meanwhile.</summary>
    public static List<string> Keys(this JsonObject o) => [.. o.Select(p => p.Key)];

    /// <summary>An array of strings.</summary>
    public static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    /// <summary>A deep copy that remembers where each node was written.</summary>
    public static T Copy<T>(this T node) where T : JsonNode
    {
        JsonNode copy = node switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value?.Copy()))),
            JsonArray a => new JsonArray([.. a.Select(x => (JsonNode?)x?.Copy())]),
            _ => node.DeepClone(),
        };
        Origin.Mark(copy, Origin.Of(node));
        return (T)copy;
    }

    /// <summary>Moves members that the target does not have yet.</summary>
    public static JsonObject AddMissing(this JsonObject target, JsonObject from, params string[] except)
    {
        foreach (var (name, value) in from)
            if (!target.ContainsKey(name) && !except.Contains(name)) target[name] = value?.Copy();
        return target;
    }
}

using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>
/// What names.json adds to the documents: better names, and facts about single members that OpenAPI has no keyword for. All of it is
/// optional: an unknown document generates without any.
/// </summary>
public sealed class Names
{
    private readonly Dictionary<string, string> _map;
    private readonly HashSet<string> _used = [];

    // where an operation lives is a constant of its name, in a class that has these already
    private static readonly string[] OfEveryClass = ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    /// <summary>Hints from a dictionary.</summary>
    public Names(IReadOnlyDictionary<string, string>? map = null) => _map = map is null ? [] : new(map);

    /// <summary>Hints from a file.</summary>
    public static Names Load(string path) => new(JsonNode.Parse(File.ReadAllText(path)).Obj().ToDictionary(p => p.Key, p => p.Value.AsText() ?? ""));

    /// <summary>The C# name of an operation, by its <c>operationId</c>.</summary>
    public string Operation(string id) => Of("operation:" + id, CSharpName.Pascal(id) is var name && OfEveryClass.Contains(name) ? name + "Operation" : CSharpName.Pascal(id));

    /// <summary>The C# name of a type, by its default name.</summary>
    public string Type(string name) => Of("type:" + CSharpName.Pascal(name), CSharpName.OfType(name));

    /// <summary>The C# name of a union's case, by its default name; by its place, from 1, where two have the same.</summary>
    public string Case(string union, int number, string fallback) => Of($"case:{union}/{fallback}", Of($"case:{union}/{number}", fallback));

    /// <summary>What names.json says about a member under a heading such as <c>secret</c> or <c>format</c>; null when nothing.</summary>
    public string? Member(string heading, string owner, string member) => Of($"{heading}:{owner}/{member}", "") is { Length: > 0 } found ? found : null;

    /// <summary>Entries that named nothing: a slip, when the documents are the ones they were written for.</summary>
    public IEnumerable<string> Unused() => _map.Keys.Where(k => !_used.Contains(k));

    private string Of(string key, string fallback)
    {
        if (!_map.TryGetValue(key, out var value)) return fallback;
        _used.Add(key);
        return value;
    }
}

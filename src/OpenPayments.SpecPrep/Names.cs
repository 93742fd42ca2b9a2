using System.Text;
using System.Text.Json;

namespace OpenPayments.SpecPrep;

/// <summary>Optional renames; everything has a default name, so an unknown spec still generates.</summary>
public sealed class Names
{
    private readonly Dictionary<string, string> _map = [];
    private readonly HashSet<string> _used = [];

    public static Names Load(string path)
    {
        var n = new Names();
        if (File.Exists(path))
            foreach (var (k, v) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(path))!) n._map[k] = v;
        return n;
    }

    /// <summary>key: "operation:post-request", "type:AccessToken", "case:LimitsOutgoing/2".</summary>
    public string Of(string key, string fallback)
    {
        if (!_map.TryGetValue(key, out var v)) return fallback;
        _used.Add(key);
        return v;
    }

    /// <summary>key: "secret:AccessToken/value".</summary>
    public bool IsSecret(string owner, string member) => Of($"secret:{owner}/{member}", "") != "";

    public IEnumerable<string> Unused() => _map.Keys.Where(k => !k.StartsWith('$') && !_used.Contains(k));

    public static string Pascal(string s)
    {
        var b = new StringBuilder();
        var up = true;
        foreach (var c in s)
        {
            if (!char.IsLetterOrDigit(c)) { up = true; continue; }
            b.Append(up ? char.ToUpperInvariant(c) : c);
            up = false;
        }
        return b.ToString();
    }

    public static string Singular(string s) => s.EndsWith("ies") ? s[..^3] + "y" : s.EndsWith('s') && !s.EndsWith("ss") ? s[..^1] : s;
}

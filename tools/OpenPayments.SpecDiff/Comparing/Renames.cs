using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>Which named schemas of two documents are the same one: by name, or by structure where the name is gone and another has come.</summary>
public sealed class Renames
{
    private readonly Dictionary<string, string> _renamed = [];

    /// <summary>Finds them.</summary>
    public Renames(SpecDocument from, SpecDocument to)
    {
        var come = to.Schemas.Where(s => !from.Schemas.ContainsKey(s.Key)).Select(s => (s.Key, Text: Effective.Canonical(s.Value.Obj(), to))).ToList();
        foreach (var (name, schema) in from.Schemas.Where(s => !to.Schemas.ContainsKey(s.Key)))
        {
            var text = Effective.Canonical(schema.Obj(), from);
            if (come.FindIndex(c => c.Text == text) is var at and >= 0)
            {
                _renamed[name] = come[at].Key;
                come.RemoveAt(at);
            }
        }
    }

    /// <summary>What a schema is called now.</summary>
    public string Now(string name) => _renamed.GetValueOrDefault(name, name);

    /// <summary>The pairs that have equal structure and another name.</summary>
    public IReadOnlyDictionary<string, string> All => _renamed;
}

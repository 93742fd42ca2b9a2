using System.Globalization;
using System.Text.Json.Serialization;

namespace OpenPayments.Flow.Tests.World;

/// <summary>What stories have passed, counted: by how many of them.</summary>
public sealed class Coverage
{
    private readonly Dictionary<string, int> _passages = [];

    private readonly HashSet<Type> _cases = [];

    private int _stories;

    /// <summary>What there is to pass: every stage of every piece, every kind of progress, every outcome.</summary>
    private static IEnumerable<Type> All => [.. Cases(typeof(Stage)), .. Cases(typeof(Progress)), .. Cases(typeof(Outcome))];

    /// <summary>What no story has passed.</summary>
    public IEnumerable<string> Missed => All.Except(_cases).Select(Names.Of);

    public void Add(Tale tale)
    {
        _stories++;
        foreach (var passage in tale.Passed.Distinct())
        {
            _passages[passage.ToString()] = _passages.GetValueOrDefault(passage.ToString()) + 1;
        }
        _cases.UnionWith(tale.Cases);
    }

    public IEnumerable<string> Lines =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{_stories} stories, {_passages.Count} transitions (from, kind of answer, to)"),
        .. _passages.OrderByDescending(p => p.Value).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Value,8} {p.Key}")),
    ];

    private static IEnumerable<Type> Cases(Type sum) => sum.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false).Cast<JsonDerivedTypeAttribute>().Select(a => a.DerivedType);
}

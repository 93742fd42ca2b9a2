using System.Globalization;

namespace OpenPayments.Flow.Testing.Tests;

/// <summary>What scenarios have passed, counted: by how many of them.</summary>
internal sealed class Coverage
{
    private readonly Dictionary<string, int> _transitions = [];
    private readonly HashSet<Type> _cases = [];
    private int _scenarios;

    /// <summary>What there is to pass: every stage of every step, every kind of progress, every outcome.</summary>
    private static IEnumerable<Type> All => [.. Cases(typeof(Stage)), .. Cases(typeof(Progress)), .. Cases(typeof(Outcome))];

    /// <summary>What no scenario has passed.</summary>
    public IEnumerable<string> Missed => All.Except(_cases).Select(type => type.Name);

    public IEnumerable<string> Lines =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{_scenarios} scenarios, {_transitions.Count} transitions (from, kind of answer, to)"),
        .. _transitions.OrderByDescending(one => one.Value).Select(one =>
            string.Create(CultureInfo.InvariantCulture, $"{one.Value,8} {one.Key}")),
    ];

    public void Add(Run run)
    {
        _scenarios++;
        foreach (var transition in run.Transitions.Distinct()) _transitions[transition] = _transitions.GetValueOrDefault(transition) + 1;
        _cases.UnionWith(run.Cases);
    }

    private static IEnumerable<Type> Cases(Type sum) =>
        typeof(Progress).Assembly.GetTypes().Where(type => type.IsSealed && type.IsSubclassOf(sum));
}

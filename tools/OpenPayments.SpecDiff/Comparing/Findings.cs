namespace OpenPayments.SpecDiff;

/// <summary>Gathers the changes of one schema or operation, judged for the directions in which it travels.</summary>
public sealed class Findings(Direction directions)
{
    private readonly List<Change> _changes = [];

    /// <summary>In the order found.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>A change whose effect depends on who writes and who reads.</summary>
    public void Add(string where, string what, Rule rule) => Add(where, what, rule.Judge(directions));

    /// <summary>A change whose effect is known.</summary>
    public void Add(string where, string what, Verdict verdict) => _changes.Add(new(where, what, verdict));

    /// <summary>Adds what was found elsewhere, such as in a body that travels another way.</summary>
    public void AddAll(Findings other) => _changes.AddRange(other._changes);
}

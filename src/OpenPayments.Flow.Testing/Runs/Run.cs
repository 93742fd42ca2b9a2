namespace OpenPayments.Flow.Testing;

/// <summary>A scenario that was run to its end, or to the first law that it broke.</summary>
/// <param name="Scenario">Which.</param>
/// <param name="Lines">What happened, for people.</param>
/// <param name="Transitions">From each state, by a kind of answer, to the next.</param>
/// <param name="Cases">Of which types the states, their stages and their payments' outcomes were.</param>
/// <param name="Last">The last moment.</param>
/// <param name="Broken">The first law that was broken, and by what; null if none was.</param>
public sealed record Run(
    Scenario Scenario, IReadOnlyList<string> Lines, IReadOnlyList<string> Transitions, IReadOnlySet<Type> Cases, Observation Last,
        string? Broken)
{
    private const int Most = 60;

    /// <summary>How the flow ended; null where a law was broken before.</summary>
    public Progress? End => StateReading.EndOf(Last.State);

    /// <summary>What it came to; null where a law was broken before the end.</summary>
    public Result? Result => StateReading.ResultOf(Last.State);

    /// <summary>The scenario's flow and servers, each step, and the law that was broken.</summary>
    public override string ToString()
    {
        var ending = Broken is null ? "No law is broken." : $"BROKEN: {Broken}";
        return $"{Scenario.Flow.Name}\n{Scenario.Settings}\n{string.Join('\n', Shown)}\n{ending}\n";
    }

    /// <summary>Of a long run, its beginning and its end.</summary>
    private IEnumerable<string> Shown => Lines.Count <= 2 * Most ? Lines : [.. Lines.Take(Most), "  …", .. Lines.TakeLast(Most)];
}

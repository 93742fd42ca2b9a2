using System.Globalization;

namespace OpenPayments.Flow.Testing;

/// <summary>What a search has seen.</summary>
/// <param name="Scenarios">How many scenarios there are: ways to place the faults.</param>
/// <param name="Pairs">How many different pairs of a state and its servers they pass through.</param>
/// <param name="Broken">Those that break a law, the shortest first; each is told once for each law and state.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="IsComplete">Every scenario was looked at; false where the time was up before.</param>
public sealed record SearchReport(long Scenarios, int Pairs, IReadOnlyList<BrokenScenario> Broken, TimeSpan Elapsed, bool IsComplete)
{
    /// <summary>For people: how many, how long, and the first that is broken.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Scenarios:N0} scenarios, {Pairs:N0} pairs of state and servers, {Elapsed.TotalSeconds:F0} s, {Broken.Count} broken{(IsComplete ? "" : ", not complete")}")
        + (Broken.Count == 0 ? "" : $"\n{Broken[0]}");
}

/// <summary>A scenario that breaks a law.</summary>
/// <param name="Law">Which, and by what.</param>
/// <param name="Steps">What happened, step by step.</param>
public sealed record BrokenScenario(string Law, IReadOnlyList<string> Steps)
{
    /// <summary>The steps and the law.</summary>
    public override string ToString() => $"{string.Join('\n', Steps)}\nBROKEN: {Law}";
}

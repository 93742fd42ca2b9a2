using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>What a search looks at.</summary>
/// <param name="MostFaults">How many faults a scenario has at most: of a request, or a quirk of the servers.</param>
/// <param name="MostTime">When it stops, complete or not; null: when it is complete.</param>
/// <param name="MostTries">
/// A question that is asked over and over, as while a payment is followed for a day, meets faults so many times, and after that no more:
/// one look at it is like another.
/// </param>
public sealed record SearchOptions(int MostFaults = 2, TimeSpan? MostTime = null, int MostTries = 3)
{
    /// <summary>The laws; all of them unless you say otherwise.</summary>
    public IReadOnlyList<Law> Laws { get; init; } = Testing.Laws.All;

    /// <summary>
    /// What the servers are like, apart from the quirks that the search adds. A request takes no time: it only tells equal moments
    /// apart.
    /// </summary>
    public ModelSettings Settings { get; init; } = new(SecondsPerRequest: 0);
}

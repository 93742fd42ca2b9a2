using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>One moment of a run, as the laws look at it: a state, what led to it, and what is true at the servers.</summary>
/// <param name="Flow">What is tested.</param>
/// <param name="Before">The state before; null at the beginning.</param>
/// <param name="Question">What was asked between the two, such as <c>CreateQuote</c>; empty at the beginning.</param>
/// <param name="Fault">What happened to that question.</param>
/// <param name="Rejected">Why what came from outside was turned away; null where nothing was.</param>
/// <param name="State">The state.</param>
/// <param name="Servers">The servers at this moment.</param>
/// <param name="Told">What was told of each payment of a recurring order, or of a grant's, that is over.</param>
/// <param name="Steps">How many steps the run has taken.</param>
public sealed record Observation(
    TestedFlow Flow, Progress? Before, string Question, PlannedFault Fault, Rejection? Rejected, Progress State, ModelServers Servers,
    IReadOnlyList<NumberedOutcome> Told, int Steps)
{
    /// <summary>
    /// For each payment a day of searching and a day of following, with a look at both sides at least every five minutes, each of which
    /// may find its token expired; and room for every detour.
    /// </summary>
    private const int MostSteps = 6_000;

    /// <summary>A payment in doubt is searched for as long, and each time through every page of the list.</summary>
    private const int MostSearches = 600;

    private const int LooksClosely = 60;

    /// <summary>After so many steps a run should have ended.</summary>
    public int Bound => (MostSteps + (MostSearches * Servers.Settings.Pages)) * (1 + Flow.Intended.Count);

    /// <summary>The payments that are meant to be made, as far as they were ordered.</summary>
    public IReadOnlyList<IntendedPayment> Intended => Flow.IntendedAfter(Servers.Ordered);

    /// <summary>Nothing is left to ask.</summary>
    public bool IsOver => Flow.Next(State) is Step<Progress>.Done;

    /// <summary>The end that this state tells, and the state before did not; null at any other moment.</summary>
    internal Progress? NewEnd => Before is null || StateReading.EndOf(Before) is null ? StateReading.EndOf(State) : null;

    internal string Name => StateNames.Of(State);

    /// <summary>The state as it is stored.</summary>
    internal StoredState Stored { get; init; } = new(Flow, State);

    /// <summary>
    /// A run that follows a payment for a day is looked at closely at its beginning, and at every tenth step from then on.
    /// </summary>
    internal bool IsLookedAtClosely => Steps < LooksClosely || Steps % 10 == 0;

    /// <summary>At the beginning.</summary>
    internal static Observation First(TestedFlow flow, Progress state, ModelServers servers) =>
        new(flow, null, "", PlannedFault.None, null, state, servers, [], 0);

    /// <summary>After one more step.</summary>
    internal Observation After(Taken taken, PlannedFault fault) => this with
    {
        Before = State,
        Question = taken.Question,
        Fault = fault,
        Rejected = taken.Rejected,
        State = taken.State,
        Steps = Steps + 1,
        Stored = new StoredState(Flow, taken.State),
        Told = StateReading.TotalsOf(taken.State)?.Last is { } last
            && (Told.Count == 0 || Told[^1].Number != last.Number) ? [.. Told, last] : Told,
    };
}

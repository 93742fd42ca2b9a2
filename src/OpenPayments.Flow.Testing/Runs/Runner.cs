using System.Globalization;
using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>Runs scenarios. Steps are taken from what the one before has stored, and every law is looked at after them.</summary>
public static class Runner
{
    private static readonly PlannedFault Cancel = new(FaultKind.Cancelled);

    /// <summary>Runs a scenario to its end, or to the first law that it breaks.</summary>
    public static Run Run(Scenario scenario, IReadOnlyList<Law> laws)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var plan = new FaultsInTurn(scenario);
        return Run(scenario, laws, (steps, state) => plan.At(steps, state));
    }

    /// <summary>The same with faults that depend on the state.</summary>
    internal static Run Run(Scenario scenario, IReadOnlyList<Law> laws, Func<int, Progress, PlannedFault> faults)
    {
        var (flow, servers) = (scenario.Flow, new ModelServers(scenario.Settings));
        var (lines, transitions, cases) = (new List<string>(), new List<string>(), new HashSet<Type>());
        var at = Observation.First(flow, flow.Begin(), servers);
        while (true)
        {
            cases.UnionWith(StateNames.CasesOf(at.State));
            if (Laws.FirstBroken(laws, at) is { } broken) return new Run(scenario, lines, transitions, cases, at, broken);
            if (at.IsOver || at.Steps > at.Bound) return new Run(scenario, lines, transitions, cases, at, null);
            var (before, fault) = (at.IsLookedAtClosely ? at.Stored.Back : at.State, faults(at.Steps, at.State));
            if (at.Steps == scenario.CancelAt) fault = Cancel;
            var taken = FaultyServers.Take(flow, before, fault, servers);
            at = (at with { State = before }).After(taken, fault);
            transitions.Add($"{StateNames.Of(before)} -{taken.Answer}-> {StateNames.Of(taken.State)}");
            lines.Add(Line(at, taken, fault));
        }
    }

    private static string Line(Observation at, Taken taken, PlannedFault fault) => string.Create(CultureInfo.InvariantCulture,
        $"{at.Steps,3}. {at.Servers.Now:MM-dd HH:mm:ss} {StateNames.Of(at.Before!)} {taken.Question}, {fault}: {taken.Rejected?.ToString() ?? at.Name}");

    /// <summary>Faults of a scenario as they are used up.</summary>
    private sealed class FaultsInTurn(Scenario scenario)
    {
        private readonly Queue<PlannedFault> _paying = new(scenario.PaymentFaults);

        public PlannedFault At(int steps, Progress state) =>
            state is Progress.Asking { Stage: OutgoingPaymentStage } && _paying.TryDequeue(out var fault) ? fault
            : steps < scenario.Faults.Count ? scenario.Faults[steps]
            : PlannedFault.None;
    }
}

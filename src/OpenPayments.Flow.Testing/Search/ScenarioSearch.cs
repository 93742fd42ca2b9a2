using System.Diagnostics;
using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>
/// Looks at every scenario of a flow with a few faults: each kind of fault, at each question, breadth first. A pair of a state and its
/// servers that was seen before, with as many faults still to come, is not followed again: from there on everything would be the same.
/// </summary>
public static class ScenarioSearch
{
    /// <summary>Searches. A flow that counts in weeks takes much longer than one payment.</summary>
    public static SearchReport Run(TestedFlow flow, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(options);
        return new Searching(flow, options).Run();
    }

    private sealed class Searching(TestedFlow flow, SearchOptions options)
    {
        private readonly PairGraph _graph = new();
        private readonly PairKey _keys = new(flow is TestedOrder { IsRecurring: false, Orders.Count: 0 });
        private readonly HashSet<UInt128> _states = [];
        private readonly List<BrokenScenario> _broken = [];
        private readonly Law[] _laws = [.. options.Laws.Where(law => !law.IsOfStateAlone)];
        private readonly Law[] _stateLaws = [.. options.Laws.Where(law => law.IsOfStateAlone)];
        private readonly Stopwatch _watch = Stopwatch.StartNew();

        private bool IsTimeUp => options.MostTime is { } most && _watch.Elapsed >= most;

        public SearchReport Run()
        {
            var layer = new Queue<Pair>();
            for (var faults = 0; faults <= options.MostFaults; faults++)
            {
                foreach (var quirks in QuirkSets.Of(faults)) Begin(quirks, faults, layer);
                // first all that follows without another fault: what is reached so has most faults still to come
                var all = Follow(layer, keep: faults < options.MostFaults);
                while (all.TryDequeue(out var pair) && !IsTimeUp) Branch(pair, layer);
            }
            return new SearchReport(_graph.Count(options.MostFaults), _graph.Pairs, _broken, _watch.Elapsed, !IsTimeUp);
        }

        private void Begin(Quirks quirks, int faults, Queue<Pair> layer)
        {
            var settings = options.Settings with { Quirks = options.Settings.Quirks | quirks };
            var first = Observation.First(flow, flow.Begin(), new ModelServers(settings));
            var root = _graph.Root(options.MostFaults - faults);
            _graph.Link(root, Add(first, root, quirks == Quirks.None ? "" : $"The servers: {quirks}", layer));
        }

        /// <summary>All pairs that follow from these without a fault, and these.</summary>
        private Queue<Pair> Follow(Queue<Pair> layer, bool keep)
        {
            var all = new Queue<Pair>();
            while (layer.TryDequeue(out var pair) && !IsTimeUp)
            {
                if (pair.At.IsOver || pair.At.Steps > pair.At.Bound) continue;
                if (keep && MeetsFaults(pair)) all.Enqueue(pair);
                _graph.Link(pair.Number, Step(pair, PlannedFault.None, layer));
            }
            return all;
        }

        private bool MeetsFaults(Pair pair) => StateReading.AskingIn(pair.At.State) is not { Stage.Tries: var tries } || tries <= options.MostTries;

        /// <summary>Every fault that its question can meet.</summary>
        private void Branch(Pair pair, Queue<Pair> next)
        {
            foreach (var fault in FaultMenu.Of(flow.Next(pair.At.State))) _graph.Branch(pair.Number, Step(pair, fault, next));
        }

        private int Step(Pair pair, PlannedFault fault, Queue<Pair> into)
        {
            var servers = pair.At.Servers.Copy();
            var taken = FaultyServers.Take(flow, pair.At.State, fault, servers);
            var at = (pair.At with { Servers = servers }).After(taken, fault);
            return Add(at, pair.Number, fault, into);
        }

        private int Add(Observation at, int from, object how, Queue<Pair> into)
        {
            var (number, isNew) = _graph.Add(_keys.OfPair(at), from, how);
            if (!isNew) return number;
            if (Broken(at) is { } broken) _broken.Add(new BrokenScenario(broken, _graph.PathTo(number, at.Name)));
            else into.Enqueue(new Pair(at, number));
            return number;
        }

        private string? Broken(Observation at) =>
            Laws.FirstBroken(_laws, at) ?? (_states.Add(_keys.OfState(at)) ? Laws.FirstBroken(_stateLaws, at) : null);

        private sealed record Pair(Observation At, int Number);
    }
}

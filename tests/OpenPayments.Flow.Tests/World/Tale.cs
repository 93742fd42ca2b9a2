using System.Globalization;
using OpenPayments.Flow.Tests.Laws;

namespace OpenPayments.Flow.Tests.World;

/// <summary>A story told to its end, with every law looked at after every step. Every step is taken from what was stored by the one before.</summary>
/// <param name="Lines">What happened, for people.</param>
/// <param name="Passed">Which states were passed, by name, and which answers led from each to the next.</param>
/// <param name="Cases">Of which types the states, their stages and their payments' outcomes were.</param>
/// <param name="End">The last state.</param>
/// <param name="Broken">The first law that was broken; null if none was.</param>
public sealed record Tale(IReadOnlyList<string> Lines, IReadOnlyList<Passage> Passed, IReadOnlySet<Type> Cases, FlowState End, string? Broken)
{
    /// <summary>For each payment a day of following with a look at either side at least every five minutes, and room for every detour before it.</summary>
    private const int Longest = 1_500;

    public static Tale Of(Story story) => Of(story.Order, new Universe(story.Setting, story.Order), story.Fate());

    /// <param name="order">What is to be done.</param>
    /// <param name="all">Where.</param>
    /// <param name="fate">What happens at which step, counted from 0, in which state.</param>
    public static Tale Of(Order order, Universe all, Func<int, FlowState, Act> fate)
    {
        var state = Flows.Start(order).Match(Right: s => s, Left: e => throw new InvalidOperationException($"{e.Field}: {e.Why}"));
        var (lines, passed, cases) = (new List<string>(), new List<Passage>(), new HashSet<Type>());
        var dues = Due.Of(order);
        var (most, seen) = (Longest * (1 + dues.Count), 0);

        Tale Told(string? broken) => new(lines, passed, cases, state, broken);

        string? Money()
        {
            if (seen == all.Ledger.Changes) return null;
            seen = all.Ledger.Changes;
            return LedgerLaws.Broken(dues, all.Ledger);
        }

        while (true)
        {
            if (StateLaws.Broken(state, out var stored) is { } broken) return Told(broken);
            state = stored;
            cases.UnionWith(Names.CasesOf(state));
            if (Flows.Next(state) is Step<FlowState>.Done) return Told(EndLaws.Broken(state, all));
            if (lines.Count > most) return Told($"a run ends, but this one has taken {most} steps");

            var act = fate(lines.Count, state);
            var turn = Flows.Next(state).Run(new Storyteller(state, act, all));
            var to = turn.To ?? state;
            passed.Add(new Passage(Names.Of(state), turn.Answer, Names.Of(to)));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{lines.Count + 1,3}. {all.Clock.Now:MM-dd HH:mm:ss} {Names.Of(state)} {turn.Question}{(turn.Question == nameof(AwaitInteraction) ? $" {act.Visit}" : "")}, {act}: {turn.Rejected?.ToString() ?? Names.Of(to)}"));
            if ((TurnLaws.Broken(state, turn, act) ?? ReturnLaws.Broken(to, all) ?? Money()) is { } wrong) return Told(wrong);
            state = to;
        }
    }
}

/// <summary>From one state, by a kind of answer, to another.</summary>
public sealed record Passage(string From, string Answer, string To)
{
    public override string ToString() => $"{From} -{Answer}-> {To}";
}

using OpenPayments.Flow.Tests.Guides;
using Xunit;

namespace OpenPayments.Flow.Tests.Plans;

/// <summary>
/// A plan of a team's own that is edited under stored states: up to the edited line it asks what it asked, and from there on its states
/// are refused, and nothing is asked.
/// </summary>
public sealed class EditedPlanTests
{
    private static readonly IReadOnlyList<Progress> States = Walk(PlanLines.Of(PlanLines.All)!);

    [Fact]
    public void Any_two_lines_swapped()
    {
        var tried = 0;
        for (var i = 0; i < PlanLines.All.Count; i++)
        {
            for (var j = i + 1; j < PlanLines.All.Count; j++)
            {
                List<PlanLine> lines = [.. PlanLines.All];
                (lines[i], lines[j]) = (lines[j], lines[i]);
                if (Holds(lines, i)) tried++;
            }
        }
        Assert.InRange(tried, 15, int.MaxValue);
    }

    [Fact]
    public void Any_line_removed()
    {
        for (var i = 0; i < PlanLines.All.Count; i++)
        {
            // whatever needs it goes with it
            List<PlanLine> lines = [.. PlanLines.All.Take(i)];
            foreach (var line in PlanLines.All.Skip(i + 1).Where(line => PlanLines.Of([.. lines, line]) is not null)) lines.Add(line);
            Assert.True(Holds(lines, i));
        }
    }

    [Fact]
    public void Any_line_inserted_anywhere()
    {
        var tried = 0;
        for (var at = 0; at <= PlanLines.All.Count; at++)
        {
            var above = PlanLines.All.Take(at).ToList();
            foreach (var line in PlanLines.Changed.Where(line => PlanLines.Of([.. above, line]) is not null))
                if (Holds([.. above, line with { Name = $"{line.Name} too" }, .. PlanLines.All.Skip(at)], at)) tried++;
        }
        Assert.InRange(tried, 80, int.MaxValue);
    }

    [Fact]
    public void Any_line_given_another_argument()
    {
        for (var i = 0; i < PlanLines.All.Count; i++)
        {
            List<PlanLine> lines = [.. PlanLines.All.Take(i), PlanLines.Changed[i], .. PlanLines.All.Skip(i + 1)];
            if (PlanLines.Of(lines) is not null) Assert.True(Holds(lines, i));
        }
    }

    [Fact]
    public void A_part_that_is_put_into_a_round_or_an_attempt_or_taken_out_of_it()
    {
        var bare = from alice in Wallets.ReadSender(Given.Alice.Id)
                   from bob in Wallets.ReadReceiver(Given.Bob.Id)
                   select new Result(
            [], Identity: bob.Id);
        var round = from alice in Wallets.ReadSender(Given.Alice.Id)
                    from bob in Plan.Again(
            _ => Wallets.ReadReceiver(Given.Bob.Id))
                    select new Result([], Identity: bob.Id);
        var attempt = from alice in Wallets.ReadSender(Given.Alice.Id)
                      from bob in Plan.Attempt("bob", Wallets.ReadReceiver(Given.Bob.Id))
                      select new Result([], Identity: bob.Known?.Id);
        Plan<Result>[] plans = [bare, round, attempt];
        foreach (var (wrote, reads) in plans.SelectMany(_ => plans, (wrote, reads) => (wrote, reads))
            .Where(pair => pair.wrote != pair.reads))
        {
            var asking = Walk(wrote)
                .First(progress => progress is Progress.Asking { Stage: ReadingWalletAddress { As: "receiver-wallet-address" } });
            Assert.Throws<PlanMismatchException>(() => PlanMachine.Next(reads, ProgressJson.Read(ProgressJson.Write(asking))));
        }
    }

    /// <summary>
    /// Whether there is such a plan; if there is, it refuses every state that has come past the edit, and goes on with the others.
    /// </summary>
    private static bool Holds(IReadOnlyList<PlanLine> lines, int edited)
    {
        if (PlanLines.Of(lines) is not { } plan) return false;
        foreach (var state in States)
        {
            if (state is not Progress.Asking { Journal.Entries.Count: var passed } asking) continue;
            if (passed > edited || (passed == edited && !AsksTheSame(plan, asking))) Assert.Throws<PlanMismatchException>(() =>
                PlanMachine.Next(plan, state));
            else Assert.Equal(Text(PlanLines.Of(PlanLines.All)!, state), Text(plan, state));
        }
        return true;
    }

    /// <summary>At the edited line itself: the other line there has the same subject, so what is under way answers it as well.</summary>
    private static bool AsksTheSame(Plan<Result> plan, Progress.Asking state)
    {
        var first = plan.Enter(new JournalReader(state.Journal), Ended.Of);
        return first is Position.At at && at.First.Subject == state.Stage.Subject;
    }

    private static RequestText<Progress>.Written Text(Plan<Result> plan, Progress progress) =>
        RequestText<Progress>.Of(PlanMachine.Next(plan, progress));

    /// <summary>Every progress to the end, as it is stored.</summary>
    private static List<Progress> Walk(Plan<Result> plan)
    {
        var states = new List<Progress> { PlanMachine.Begin(plan) };
        var servers = new Servers<Progress>([], new Records(0, null))
        {
            Return = (result, at) => PlanMachine.Return(plan, states[^1], result, at).IfLeft(states[^1]),
            Order = _ => null,
        };
        while (PlanMachine.Next(plan, states[^1]) is not Step<Progress>.Done and var step) states.Add(
            ProgressJson.Read(ProgressJson.Write(step.Run(servers))));
        return states;
    }

    /// <summary>Behind the last line.</summary>
    private sealed class Ended : Continuation<Result>
    {
        public static readonly Ended Of = new();

        public override Position Known(JournalReader journal, Result value) => new Position.Ended(value);

        public override Position Interrupted(JournalReader journal, Interruption why) => new Position.Ended(Result.Of(why.Outcome()));
    }
}

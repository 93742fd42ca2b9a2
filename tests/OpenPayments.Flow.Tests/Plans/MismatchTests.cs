using OpenPayments.Flow.Tests.Guides;
using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Plans;

/// <summary>A stored journal that does not match its plan is refused, and nothing is asked: for the nine flows, at every place.</summary>
public sealed class MismatchTests
{
    public static TheoryData<string> Names => [.. Orders.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_lines_swapped_one_removed_one_inserted_or_one_of_another_subject_is_refused(string name)
    {
        var tried = 0;
        foreach (var state in Places(name))
        {
            foreach (var (edit, journal) in Edits.Of(Asking(state).Journal))
            {
                tried++;
                Assert.True(IsRefused(With(state, journal, Asking(state).Stage)),
                    $"{edit} at {Asking(state).Stage.Step}: {string.Join("; ", journal.Entries.Select(entry => entry.Subject))}");
            }
        }
        Assert.InRange(tried, 8, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_journal_of_another_place_and_the_stage_of_another_place_are_refused(string name)
    {
        var places = Places(name);
        foreach (var (one, other) in places.SelectMany(_ => places, (one, other) => (one, other)))
        {
            if (Asking(one).Stage.Subject == Asking(other).Stage.Subject || IsOf(Asking(one).Journal, Asking(other).Journal)) continue;
            Assert.True(IsRefused(With(one, Asking(one).Journal, Asking(other).Stage)),
                $"{Asking(other).Stage.Step} at {Asking(one).Stage.Step}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_is_refused_by_every_other_order(string name)
    {
        foreach (var state in Places(name))
        {
            foreach (var other in Orders.All.Where(order => order.Flow != name))
                Assert.Throws<PlanMismatchException>(() => Flows.Next(state with { Order = other }));
        }
    }

    [Fact]
    public void An_event_and_a_cancellation_are_refused_like_an_answer_and_an_end_is_not_read()
    {
        var state = Run.Of(Orders.OneTime).States.First(state => state.Progress is Progress.Asking { Stage: AwaitingReturn });
        var edited = With(state, Edits.Of(Asking(state).Journal).First().Journal, Asking(state).Stage);
        Assert.Throws<PlanMismatchException>(() => Flows.Return(edited, new InteractionResult.Declined("no"), Given.Noon));
        Assert.Throws<PlanMismatchException>(() => Flows.Cancel(edited, "why", Given.Noon));
        Assert.Throws<PlanMismatchException>(() => Flows.Next(edited with { Progress = new Progress.Waiting(Given.Noon, Asking(edited)) }));
        Assert.IsType<Step<FlowState>.Done>(Flows.Next(new FlowState(Orders.Ownership, new Progress.Completed(Result.Of(Given.Paid)))));
    }

    [Fact]
    public void The_refusal_says_what_stood_there_what_was_expected_and_what_to_do()
    {
        var state = Places("one-time-payment").First(place => Asking(place).Stage is CreatingQuote);
        List<JournalEntry> entries = [.. Asking(state).Journal.Entries];
        (entries[0], entries[1]) = (entries[1], entries[0]);
        var e = Assert.Throws<PlanMismatchException>(() =>
            Flows.Next(With(state, Asking(state).Journal with { Entries = [.. entries] }, Asking(state).Stage)));
        var (found, expected) =
            ("receiver-wallet-address for https://happylife.example/bob", "sender-wallet-address for https://cloudnine.example/alice");
        Assert.Equal((found, expected), (e.Found, e.Expected));
        Assert.StartsWith($"The stored journal does not match its plan: it holds \"{found}\" where the plan expects \"{expected}\".",
            e.Message, StringComparison.Ordinal);
        Assert.Contains("Carry this state on with the plan that wrote it", e.Message, StringComparison.Ordinal);
    }

    /// <summary>Every state that asks, undisturbed and on two ways round.</summary>
    private static List<FlowState> Places(string name)
    {
        IReadOnlyList<FuturePayment> ordered = name == "future-payments" ? [Given.Ordered] : [];
        Scripted[][] scripts =
            [[], [Unanswered<CreateOutgoingPayment>(), SlowPayer(TimeSpan.FromMinutes(6))],
            [Refused<CreateOutgoingPayment>(400), Refused<CreateQuote>(403)]];
        return [.. scripts.SelectMany(script => Run.Of(new Scenario(Orders.Of(name), script) { Ordered = ordered }).States)
            .Where(state => state.Progress.Behind() is Progress.Asking)
            .Select(state => state with { Progress = state.Progress.Behind() })
            .DistinctBy(state => (Asking(state).Journal, Asking(state).Stage.Subject))];
    }

    private static Progress.Asking Asking(FlowState state) => (Progress.Asking)state.Progress;

    private static FlowState With(FlowState state, Journal journal, Stage stage) =>
        state with { Progress = new Progress.Asking(journal, stage) };

    private static bool IsOf(Journal one, Journal other) => one.Entries.Equals(other.Entries);

    private static bool IsRefused(FlowState state)
    {
        try
        {
            Flows.Next(state);
            return false;
        }
        catch (PlanMismatchException)
        {
            return true;
        }
    }
}

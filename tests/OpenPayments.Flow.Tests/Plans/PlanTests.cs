using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Plans;

/// <summary>Plans, and the journal from which they are resumed.</summary>
public sealed class PlanTests
{
    private static readonly Outcome.Unpaid Never = new(Given.Reason, null);

    [Fact]
    public void A_plan_of_ones_own_is_written_as_a_query_over_steps_and_each_finding_stands_under_its_subject()
    {
        var due = Given.Noon.AddHours(1);
        var plan = Plan.Named("mine", from wallet in Wallets.ReadSender(Given.Alice.Id)
                                      from time in Pauses.Until(due)
                                      select new Result([], Identity: wallet.Id));
        var second = After(plan, PlanMachine.Begin(plan), Alice);
        var entry = new JournalEntry(new EntrySubject("sender-wallet-address", "https://cloudnine.example/alice"), Given.Alice);
        Assert.Equal(new Progress.Asking(new Journal("mine", [entry]), new Pausing(due)), second);
        Assert.Equal(new Progress.Completed(new Result([], Identity: Given.Alice.Id)),
            ((Step<Progress>.Wait)PlanMachine.Next(plan, second)).Next(due));
    }

    [Fact]
    public void A_plan_with_nothing_to_do_is_over_at_once() =>
        Assert.Equal(new Progress.Completed(Result.Of(Given.Paid)), PlanMachine.Begin(Plan.Return(Result.Of(Given.Paid))));

    [Fact]
    public void A_plan_that_stops_has_failed_with_nothing_paid()
    {
        Assert.Equal(new Progress.Failed(Given.Reason, Result.Of(Never)), PlanMachine.Begin(Plan.Stop<Result>(Given.Reason)));
        var required = Plan.Then(Plan.Require(false, Given.Reason), _ => Plan.Return(Result.Of(Given.Paid)));
        Assert.Equal(new Progress.Failed(Given.Reason, Result.Of(Never)), PlanMachine.Begin(required));
        Assert.IsType<Progress.Completed>(PlanMachine.Begin(Plan.Require(true, Given.Reason).Select(_ => Result.Of(Given.Paid))));
    }

    [Fact]
    public void What_ended_before_a_plan_stops_is_not_forgotten()
    {
        var plan = from paid in Plan.Attempt("rent", Plan.Return(Given.Paid)) from result in Plan.Stop<Result>(Given.Reason) select result;
        Assert.Equal(new Progress.Partial(Given.Reason, Result.OfAll([Given.Paid, Never])), PlanMachine.Begin(plan));
    }

    [Fact]
    public void An_attempt_that_stops_leaves_what_comes_after_it_alone_and_one_line_in_the_journal()
    {
        var plan = from sender in Plan.Attempt("alice", Wallets.ReadSender(Given.Alice.Id))
                   from receiver in Wallets.ReadReceiver(Given.Bob.Id)
                   select new Result([], Identity: sender.Match(known => known.Id, _ => receiver.Id));
        var begun = PlanMachine.Begin(plan);
        var line = new EntrySubject("attempt", "alice");
        Assert.Equal(new Progress.Asking(new Journal("", [new JournalEntry(line, new Round(1))]), Stages.ReadingWalletAddress), begun);
        var (known, failed) = (After(plan, begun, Alice), After(plan, begun, Reply.Refused<WalletAddress>(404)));
        Assert.Equal([new JournalEntry(line, Given.Alice)], Assert.IsType<Progress.Asking>(known).Journal.Entries);
        Assert.IsType<Outcome.Unpaid>(Assert.Single(Assert.IsType<Progress.Asking>(failed).Journal.Entries).Finding);
        var bob = Reply.Body(Bodies.Wallet(Given.Bob));
        Assert.Equal(new Progress.Completed(new Result([], Identity: Given.Alice.Id)), After(plan, known, bob));
        Assert.Equal(new Progress.Completed(new Result([], Identity: Given.Bob.Id)), After(plan, failed, bob));
    }

    [Fact]
    public void The_same_state_can_be_answered_twice_and_each_answer_goes_its_own_way()
    {
        var begun = Orders.OneTime.Started();
        var (one, other) = (begun.After(Alice), begun.After(Reply.Body(Bodies.Wallet(Given.Carol))));
        Assert.NotEqual(one, other);
        Assert.Equal(one, begun.After(Alice));
    }

    [Fact]
    public void The_end_of_a_plan_is_the_worst_of_its_payments_and_the_first_reason_is_the_reason()
    {
        Assert.IsType<Progress.Completed>(End());
        Assert.IsType<Progress.Completed>(End(Given.Paid, Given.Paid));
        Assert.IsType<Progress.Partial>(End(Given.Paid, Given.Unpaid));
        Assert.IsType<Progress.Partial>(End(Given.PaidInPart));
        Assert.IsType<Progress.Failed>(End(Given.Unpaid, Given.Unpaid));
        Assert.IsType<Progress.Uncertain>(End(Given.Unpaid, Given.Paid, Given.Unknown));
        var other = Given.Reason with { Code = "other" };
        Assert.Equal(other, Assert.IsType<Progress.Partial>(End(Given.Paid, new Outcome.Unpaid(other, null), Given.Unpaid)).Reason);

        static Progress End(params Outcome[] payments) => PlanMachine.Begin(Plan.Return(Result.OfAll(payments)));
    }

    [Fact]
    public void The_end_of_a_recurring_plan_is_the_worst_of_all_its_payments()
    {
        Assert.IsType<Progress.Completed>(End());
        Assert.IsType<Progress.Completed>(End(Given.Paid, Given.Paid));
        Assert.IsType<Progress.Partial>(End(Given.Paid, Given.Unpaid));
        Assert.IsType<Progress.Failed>(End(Given.Unpaid, Given.Unpaid));
        Assert.IsType<Progress.Uncertain>(End([Given.Unknown, .. Enumerable.Repeat(Given.Unpaid, 40)]));

        static Progress End(params Outcome[] payments) => PlanMachine.Begin(Plan.Return(Result.OfTotals(
            payments.Select((outcome, i) => (outcome, number: i + 1))
                .Aggregate(Totals.None, (totals, one) => totals.With(one.outcome, one.number)))));
    }

    private static Answer<WalletAddress> Alice => Reply.Body(Bodies.Wallet(Given.Alice));

    private static Progress After<T>(Plan<Result> plan, Progress progress, Answer<T> answer) =>
        ((Step<Progress>.Ask<T>)PlanMachine.Next(plan, progress)).Next(answer);
}

using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Plans;

/// <summary>Plans, and the journal from which they are taken up.</summary>
public sealed class PlanTests
{
    private static readonly Outcome.Unpaid Never = new(Given.Reason, null);

    [Fact]
    public void A_plan_of_ones_own_is_written_as_a_query_over_pieces()
    {
        var plan = from wallet in Wallets.ReadSender(Given.Alice.Id)
                   from reached in Pauses.Until(Given.Noon.AddHours(1))
                   select new Result([], Identity: wallet.Id);
        var second = Next(plan, PlanMachine.Begin(plan), Bodies(Given.Alice));
        Assert.Equal(new Progress.Asking([Given.Alice], new Pausing(Given.Noon.AddHours(1))), second);
        Assert.Equal(new Progress.Completed(new Result([], Identity: Given.Alice.Id)), Next(plan, second, Said.Yes(new Elapsed(), Given.Noon.AddHours(1))));
    }

    [Fact]
    public void A_plan_with_nothing_to_do_is_done_at_once() => Assert.Equal(new Progress.Completed(Result.Of(Given.Paid)), PlanMachine.Begin(Plan.Return(Result.Of(Given.Paid))));

    [Fact]
    public void A_plan_that_stops_has_failed_with_nothing_paid()
    {
        Assert.Equal(new Progress.Failed(Given.Reason, Result.Of(Never)), PlanMachine.Begin(Plan.Stop<Result>(Given.Reason)));
        Assert.Equal(new Progress.Failed(Given.Reason, Result.Of(Never)), PlanMachine.Begin(Plan.Then(Plan.Require(false, Given.Reason), _ => Plan.Return(Result.Of(Given.Paid)))));
        Assert.IsType<Progress.Completed>(PlanMachine.Begin(Plan.Require(true, Given.Reason).Select(_ => Result.Of(Given.Paid))));
    }

    [Fact]
    public void What_ended_before_a_plan_stops_is_not_forgotten()
    {
        var plan = from paid in Plan.Attempt(Plan.Return<Outcome>(Given.Paid)) from result in Plan.Stop<Result>(Given.Reason) select result;
        Assert.Equal(new Progress.Partial(Given.Reason, Result.OfAll([Given.Paid, Never])), PlanMachine.Begin(plan));
    }

    [Fact]
    public void An_attempt_that_stops_leaves_what_comes_after_it_alone_and_one_fact_in_the_journal()
    {
        var plan = from sender in Plan.Attempt(Wallets.ReadSender(Given.Alice.Id))
                   from receiver in Wallets.ReadReceiver(Given.Bob.Id)
                   select new Result([], Identity: sender.Match(known => known.Id, _ => receiver.Id));
        var begun = PlanMachine.Begin(plan);
        Assert.Equal(new Progress.Asking([new Round(1)], Stages.Discovering), begun);
        var (known, failed) = (Next(plan, begun, Bodies(Given.Alice)), Next(plan, begun, Said.No<WalletAddress>(404)));
        Assert.Equal([Given.Alice], Assert.IsType<Progress.Asking>(known).Learnt);
        Assert.IsType<Outcome.Unpaid>(Assert.Single(Assert.IsType<Progress.Asking>(failed).Learnt));
        Assert.Equal(new Progress.Completed(new Result([], Identity: Given.Alice.Id)), Next(plan, known, Bodies(Given.Bob)));
        Assert.Equal(new Progress.Completed(new Result([], Identity: Given.Bob.Id)), Next(plan, failed, Bodies(Given.Bob)));
    }

    [Fact]
    public void A_window_that_ends_while_another_attempt_waits_is_reported_with_what_the_last_one_ended_with()
    {
        var window = new Window(1, Given.Noon, Given.Noon.AddHours(1));
        var plan = Plan.Within(window, (_, _) => Plan.Return(Given.Paid)).Select(Result.Of);
        var waiting = new Progress.Asking([new Round(2, Because: Given.Reason, NotBefore: Given.Noon.AddMinutes(30))], new Pausing(Given.Noon.AddMinutes(30)));
        Assert.IsType<Progress.Completed>(Next(plan, waiting, Said.Yes(new Elapsed(), window.End.AddTicks(-1))));
        Assert.Equal(new Progress.Failed(Given.Reason, Result.Of(Never)), Next(plan, waiting, Said.Yes(new Elapsed(), window.End)));
    }

    [Fact]
    public void The_end_of_a_plan_is_the_worst_of_its_payments()
    {
        Assert.IsType<Progress.Completed>(End());
        Assert.IsType<Progress.Completed>(End(Given.Paid, Given.Paid));
        Assert.IsType<Progress.Partial>(End(Given.Paid, Given.Unpaid));
        Assert.IsType<Progress.Partial>(End(Given.PaidInPart));
        Assert.IsType<Progress.Failed>(End(Given.Unpaid, Given.Unpaid));
        Assert.IsType<Progress.Uncertain>(End(Given.Unpaid, Given.Paid, Given.Unknown));

        static Progress End(params Outcome[] payments) => PlanMachine.Begin(Plan.Return(Result.OfAll(payments)));
    }

    [Fact]
    public void The_first_reason_is_the_reason()
    {
        var other = Given.Reason with { Code = "other" };
        var end = Assert.IsType<Progress.Partial>(PlanMachine.Begin(Plan.Return(Result.OfAll([Given.Paid, new Outcome.Unpaid(other, null), Given.Unpaid]))));
        Assert.Equal(other, end.Reason);
    }

    [Fact]
    public void A_progress_of_another_plan_is_refused_in_words_that_say_which_fact_does_not_fit()
    {
        Mismatch("a Grant stands in the journal where the plan learns a Wallet", [Given.Receiving]);
        Mismatch("a Incoming stands in the journal where the plan learns a Wallet", [Given.Alice, Given.Incoming]);
        Mismatch("a Consent stands in the journal where a round begins", [Given.Alice, Given.Bob, Given.Receiving, Given.Incoming, Given.Quoting, Given.Consent]);
    }

    [Fact]
    public void A_journal_that_goes_on_where_the_plan_ends_is_refused()
    {
        Assert.Contains("a Wallet stands in the journal where the plan learns nothing more", Refused(Orders.Ownership, [Given.Alice, new Identified(Given.Alice.Id), Given.Bob]), StringComparison.Ordinal);
        Assert.Contains("a Made stands in the journal where the plan attempts a Outcome", Refused(Orders.RecurringFixedDebit, [Given.Alice, Given.Bob, Given.Receiving, Given.Incoming, Given.Consent, Given.Made]), StringComparison.Ordinal);
        Assert.Contains("a Wallet stands in the journal where the plan is given a Consent", Refused(Orders.Future with { Held = Given.Consent }, [Given.Alice, Given.Bob]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_goes_on_where_an_attempt_ends_is_refused_and_not_folded_away() => Assert.Contains("a Wallet stands in the journal where the plan learns nothing more",
        Refused(Orders.RecurringFixedDebit, [Given.Alice, Given.Bob, Given.Receiving, Given.Incoming, Given.Consent, new Round(1), new Reached(Given.Noon), Given.Made, Given.Paid, Given.Alice]), StringComparison.Ordinal);

    private static void Mismatch(string what, ValueList<Fact> journal) => Assert.Equal($"This progress is none of this plan: {what}.", Refused(Orders.OneTime, journal));

    private static string Refused(Order order, ValueList<Fact> journal)
    {
        var state = new FlowState(order, new Progress.Asking(journal, Stages.ReadingSpent));
        return Assert.Throws<PlanMismatchException>(() => state.After(Said.Yes(Examples.Bodies.Spent(null, null)))).Message;
    }

    private static Answer<WalletAddress> Bodies(Wallet wallet) => Said.Yes(Examples.Bodies.Wallet(wallet));

    private static Progress Next<T>(Plan<Result> plan, Progress progress, Answer<T> answer) =>
        ((Step<Progress>.Ask<T>)PlanMachine.Next(plan, progress)).Then(answer).Match(Right: next => next, Left: why => throw new InvalidOperationException($"{why}"));
}

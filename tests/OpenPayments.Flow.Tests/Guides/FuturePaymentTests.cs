using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>A grant for future payments: they are ordered under it one by one, until it is closed.</summary>
public sealed class FuturePaymentTests
{
    private static readonly FuturePayment ToCarol = new(Given.Carol.Id, Given.Dollars(500));

    private static readonly Scenario Two = new(Orders.Future) { Ordered = [Given.Ordered, ToCarol] };

    [Fact]
    public void Payments_are_ordered_one_by_one_and_ask_nobody_again()
    {
        var run = Run.Of(Two);
        Assert.Equal("W Go <> C W Gi I Gq Q S O W Gi I Gq Q S O S", run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal((2, 0, Given.Euros(16_980)), (run.Result.Totals!.Paid, run.Result.Totals.Exceptions.Count, run.Result.Spent?.Debit));
        Assert.Equal([Given.Dollars(1000), Given.Dollars(500)],
            run.Outcomes.Select(outcome => Assert.IsType<Outcome.Paid>(outcome).Receipt.Received!));
    }

    [Fact]
    public void Between_them_the_flow_is_open_and_gives_back_what_only_the_last_payment_used()
    {
        var run = Run.Of(Two);
        var open = run.States.Where(state => state.Progress is Progress.Asking { Stage: AwaitingOrder }).ToList();
        Assert.Equal(3, open.Count);
        Assert.All(open, state =>
            Assert.Equal((FlowStatus.Open, "awaiting-order"), (FlowSummary.Of(state).Status, FlowSummary.Of(state).Step)));
        Assert.Equal([0, 1, 2], open.Select(state => FlowSummary.Of(state).Totals?.Count));
        Assert.All(open, state =>
            Assert.Single(((Progress.Asking)state.Progress).Journal.Entries.SelectMany(entry => entry.Finding.Authorities).Distinct()));
        Assert.Equal(5, run.Requests<RevokeToken>().Count);
    }

    [Fact]
    public void An_order_that_comes_too_early_while_one_is_under_way_or_after_the_end_is_turned_away()
    {
        foreach (var state in Run.Of(Two).States.Where(state => state.Progress.Behind() is not Progress.Asking { Stage: AwaitingOrder }))
        {
            var rejection = Flows.Order(state, ToCarol, Given.Noon)
                .Match(Right: next => throw new InvalidOperationException($"{next}"), Left: why => why);
            Assert.Contains("does not wait for a next payment now", Assert.IsType<Rejection.NotAwaited>(rejection).Why,
                StringComparison.Ordinal);
            Assert.True(Flows.Close(state, Given.Noon).IsLeft);
        }
    }

    [Fact]
    public void An_order_and_a_close_are_taken_while_tokens_are_given_back()
    {
        var releasing = Run.Of(Two).States.First(state => state.Progress is Progress.Releasing { Next: Progress.Asking });
        Assert.IsType<ReadingWalletAddress>(Stage(Flows.Order(releasing, ToCarol, Given.Noon).IfLeft(releasing)));
        Assert.IsType<ReadingSpentAmounts>(Stage(Flows.Close(releasing, Given.Noon).IfLeft(releasing)));

        static Stage Stage(FlowState state) => Assert.IsType<Progress.Asking>(state.Progress.Behind()).Stage;
    }

    [Fact]
    public void When_its_time_is_up_it_is_closed_and_the_grant_given_back()
    {
        var run = Run.Of(Two with { LeftOpen = true });
        Assert.IsType<Progress.Completed>(run.End);
        Assert.InRange(run.Now, Orders.Future.OpenUntil, Orders.Future.OpenUntil.AddMinutes(1));
        Assert.Empty(run.Records.NotGivenBack);
    }

    [Fact]
    public void A_payment_that_is_more_than_what_is_left_of_the_limit_is_not_made_and_the_next_still_is()
    {
        var run = Run.Of(Two with { Order = Orders.Future with { Limit = Limit.OfDebit(Given.Euros(11_000)) } });
        Assert.Equal("W Go <> C W Gi I Gq Q S W Gi I Gq Q S O S", run.Guide);
        Assert.IsType<Progress.Partial>(run.End);
        var reason = Assert.IsType<Outcome.Unpaid>(run.Outcomes[0]).Reason;
        Assert.Equal((Reason.Codes.LimitExceeded, "spent-amounts"), (reason.Code, reason.Step));
        Assert.Equal(Given.Euros(5_660), Assert.IsType<Outcome.Paid>(run.Outcomes[1]).Receipt.Debit);
    }

    [Fact]
    public void What_was_spent_before_counts_whether_or_not_the_server_counts_it()
    {
        var tight = Two with { Order = Orders.Future with { Limit = Limit.OfDebit(Given.Euros(16_979)) } };
        Assert.Equal([true, false], Paid(tight));
        Assert.Equal([true, true], Paid(Two with { Order = Orders.Future with { Limit = Limit.OfDebit(Given.Euros(16_980)) } }));
        Assert.Equal([true, false], Paid(tight with { Script = [Answers<GetSpentAmounts>(Bodies.Spent(null, null)).Forever] }));

        static IEnumerable<bool> Paid(Scenario scenario) => Run.Of(scenario).Outcomes.Select(outcome => outcome is Outcome.Paid);
    }

    [Fact]
    public void A_payment_in_doubt_counts_on_top_of_what_the_server_says()
    {
        var late = Two with
        {
            Order = Orders.Future with { Limit = Limit.OfDebit(Given.Euros(16_979)) },
            Script =
            [
                Unanswered<CreateOutgoingPayment>(), Refused<CreateOutgoingPayment>(400, "400", "invalid quote", 2),
                    Refused<ListOutgoingPayments>(404).Forever,
                Refused<GetIncomingPayment>(500).Forever, Answers<GetSpentAmounts>(Bodies.Spent(Given.Euros(0), null), 2),
            ],
        };
        Assert.Collection(Run.Of(late).Outcomes, p => Assert.IsType<Outcome.Unknown>(p), p => Assert.IsType<Outcome.Unpaid>(p));
    }

    [Fact]
    public void Amounts_that_cannot_be_read_at_the_end_do_not_undo_what_was_paid()
    {
        var run = Run.Of(new Scenario(Orders.Future, Refused<GetSpentAmounts>(404, nth: 2)) { Ordered = [Given.Ordered] });
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal((null, 1), (run.Result.Spent, run.Result.Totals?.Paid));
    }
}

using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>A cancellation at every stage of every flow, undisturbed and in doubt.</summary>
public sealed class CancelTests
{
    private static readonly Func<Order, Scenario>[] Scenarios =
    [
        order => new Scenario(order),
        order => new Scenario(order, Unanswered<CreateOutgoingPayment>(), Refused<ListOutgoingPayments>(503)),
        order => new Scenario(order, Lost<CreateOutgoingPayment>(), Refused<CreateQuote>(403), Unanswered<ContinueGrant>()),
        order => new Scenario(
            order, Refused<CreateOutgoingPayment>(403), Refused<GetOutgoingPayment>(403)) { TokensLast = TimeSpan.FromMinutes(4) },
    ];

    public static TheoryData<string, int> Cases =>
        [.. Orders.Names.SelectMany(name => Enumerable.Range(0, Scenarios.Length), (name, i) => new TheoryDataRow<string, int>(name, i))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void After_it_no_payment_is_created_what_is_under_way_is_followed_and_everything_is_given_back(string name, int scenario)
    {
        var whole = Scenarios[scenario](Orders.Of(name)) with { Ordered = name == "future-payments" ? [Given.Ordered] : [] };
        var steps = Run.Of(whole).States.Count - 1;
        for (var at = 0; at < steps; at++)
        {
            var run = Run.Of(whole with { CancelAt = at });
            var sent = run.States.Skip(at + 1).Select(state => RequestText<FlowState>.Of(Flows.Next(state)).Type);
            Assert.DoesNotContain(nameof(CreateOutgoingPayment), sent);
            Assert.Empty(run.Records.NotGivenBack);
            EndsTruthfully(run, whole.Order);
        }
    }

    [Fact]
    public void Before_money_is_asked_for_it_ends_as_cancelled_at_once_and_says_why()
    {
        var run = Run.Of(new Scenario(Orders.OneTime) { CancelAt = 6 });
        var summary = FlowSummary.Of(run.States[7]);
        Assert.Equal((FlowStatus.Cancelled, Reason.Codes.Cancelled), (summary.Status, summary.Reason?.Code));
        Assert.Contains("changed my mind", summary.Reason?.Detail, StringComparison.Ordinal);
        Assert.Equal("W W Gi I Gq Q", run.Guide);
    }

    [Fact]
    public void While_the_payer_is_at_the_wallet_the_grant_that_waits_is_cancelled()
    {
        var awaiting = Run.Of(Orders.OneTime).States.ToList()
            .FindIndex(state => state.Progress is Progress.Asking { Stage: AwaitingReturn });
        var run = Run.Of(new Scenario(Orders.OneTime) { CancelAt = awaiting });
        Assert.Single(run.Requests<CancelGrant>());
        Assert.Equal(2, run.Requests<RevokeToken>().Count);
    }

    [Fact]
    public void Of_a_recurring_order_no_later_period_is_paid_and_those_before_are_told()
    {
        var second = Run.Of(Orders.Subscription).States.ToList()
            .FindIndex(state => state.Progress is Progress.Asking { Stage: CreatingOutgoingPayment }
                && FlowSummary.Of(state).Totals?.Count == 1);
        var run = Run.Of(new Scenario(Orders.Subscription) { CancelAt = second });
        Assert.IsType<Progress.Cancelled>(run.End);
        Assert.Equal((1, 0, 1), (run.Result.Totals?.Paid, run.Result.Totals?.Unpaid, run.Records.Outgoing.Count));
    }

    [Fact]
    public void A_payment_under_way_is_followed_to_its_end_and_then_the_order_is_what_it_is()
    {
        var following = Run.Of(Orders.OneTime).States.ToList()
            .FindIndex(state => state.Progress is Progress.Asking { Stage: FollowingOutgoingPayment });
        Assert.IsType<Progress.Completed>(Run.Of(new Scenario(Orders.OneTime) { CancelAt = following }).End);
        var failed = Changed<GetOutgoingPayment, Generated.OutgoingPayment>(
            payment => payment with { Failed = true, SentAmount = Given.Euros(0) });
        var run = Run.Of(new Scenario(
            Orders.OneTime, failed, Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(0))))
        { CancelAt = following });
        Assert.IsType<Progress.Cancelled>(run.End);
    }

    [Fact]
    public void It_is_taken_once_and_not_after_the_end()
    {
        var states = Run.Of(new Scenario(Orders.RecurringFixedDebit) { CancelAt = 14 }).States;
        foreach (var state in states.Skip(15))
            Assert.IsType<Rejection.NotAwaited>(Flows.Cancel(state, "again", Given.Noon).Match(
                Right: next => throw new InvalidOperationException($"{next}"), Left: why => why));
    }

    /// <summary>
    /// What was paid is told as paid, and nothing else; where a request was lost and may not be sent again, that it is not known.
    /// </summary>
    private static void EndsTruthfully(Run run, Order order)
    {
        var paid = run.Result.Totals?.Paid ?? run.Result.Payments.Count(payment => payment is Outcome.Paid);
        Assert.Equal(run.Records.Outgoing.Count, paid);
        Assert.True(run.End switch
        {
            Progress.Cancelled or Progress.Partial => true,
            Progress.Completed => paid > 0 || order is WalletOwnership,
            Progress.Uncertain p =>
                p.Reason.Code == Reason.Codes.PaymentUnknown && run.Requests<CreateOutgoingPayment>().Count > run.Records.Outgoing.Count,
            _ => false,
        }, $"{run.End}");
    }
}

using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>At each end everything that is held is given back, and the end is told before.</summary>
public sealed class GiveBackTests
{
    private static readonly Dictionary<string, Scripted[]> Ends = new()
    {
        ["all goes well"] = [],
        ["nobody consents"] = [NobodyComes()],
        ["the continuation is lost"] = [Unanswered<ContinueGrant>()],
        ["the continuation is lost for good"] = [Unanswered<ContinueGrant>(), Unanswered<ContinueGrant>(3), Unanswered<ContinueGrant>(5)],
        ["the payment is refused"] = [Refused<CreateOutgoingPayment>(403, "403", "unauthorized").Forever],
        ["nobody knows"] = [Lost<CreateOutgoingPayment>().Forever, Refused<ListOutgoingPayments>(404).Forever,
            Refused<GetIncomingPayment>(500).Forever],
        ["tokens are renewed"] =
            [Refused<CreateQuote>(403), Refused<CreateIncomingPayment>(403), Refused<CreateOutgoingPayment>(403),
            Refused<GetOutgoingPayment>(403)],
        ["no quote is given"] = [Refused<CreateQuote>(400).Forever],
    };

    public static TheoryData<string, string> Cases =>
        [.. Orders.Names.SelectMany(_ => Ends.Keys, (name, end) => new TheoryDataRow<string, string>(name, end))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nothing_is_left_and_the_end_was_told_before_it_was_given_back(string name, string end)
    {
        var run = Run.Of(new Scenario(Orders.Of(name), Ends[end]) { Ordered = name == "future-payments" ? [Given.Ordered] : [] });
        Assert.Empty(run.Records.NotGivenBack);
        var told = run.States.First(state => state.Progress.Behind() is not Progress.Asking);
        Assert.Equal(FlowSummary.Of(run.States[^1]), FlowSummary.Of(told));
        if (run.Requests<RevokeToken>().Count + run.Requests<CancelGrant>().Count > 0) Assert.IsType<Progress.Releasing>(told.Progress);
    }

    [Fact]
    public void Servers_that_do_not_answer_delay_nothing_for_long()
    {
        var run = Run.Of(Orders.OneTime, Lost<RevokeToken>().Forever);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal(6, run.Requests<RevokeToken>().Count);
    }

    [Fact]
    public void A_recurring_order_gives_back_what_it_abandoned_while_it_rests()
    {
        var run = Run.Of(Orders.Subscription, Unanswered<ContinueGrant>());
        var releasing = run.States.First(state => state.Progress is Progress.Releasing);
        Assert.IsType<Pausing>(Assert.IsType<Progress.Asking>(releasing.Progress.Behind()).Stage);
        Assert.Single(run.Requests<CancelGrant>());
    }
}

using Xunit;
using static OpenPayments.Flow.Tests.Guides.OnePayment;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What a payment does when its quote or its consent expires: the same in every flow that has one payment.</summary>
public sealed class RoundTests
{
    private static readonly TimeSpan SixMinutes = TimeSpan.FromMinutes(6);

    [Fact]
    public void A_quote_that_ran_out_before_consent_is_replaced_and_nobody_is_told()
    {
        var run = PaysOnce(new Scenario(Orders.OneTime, Slow<RequestGrant>(SixMinutes, 3)) { Drift = 5 }, "W W Gi I Gq Q Go Q Go <> C O");
        Assert.Null(FlowSummary.Of(run.States.First(state => state.Progress is Progress.Asking { Stage: AwaitingReturn })).Reason);
        Assert.Single(run.Requests<CancelGrant>());
    }

    [Fact]
    public void A_quote_that_ran_out_after_consent_is_replaced_and_paid_if_it_costs_no_more()
    {
        var run = PaysOnce(new Scenario(Orders.OneTime, SlowPayer(SixMinutes)), "W W Gi I Gq Q Go <> C Q O");
        Assert.Empty(run.Requests<CancelGrant>());
        PaysOnce(new Scenario(Orders.OneTime, SlowPayer(SixMinutes)) { Drift = -1 }, "W W Gi I Gq Q Go <> C Q O");
    }

    [Fact]
    public void A_dearer_quote_needs_consent_again_and_says_why()
    {
        var run = PaysOnce(new Scenario(Orders.OneTime, SlowPayer(SixMinutes)) { Drift = 1 }, "W W Gi I Gq Q Go <> C Q Go <> C O");
        var again = FlowSummary.Of(run.States.Last(state => state.Progress is Progress.Asking { Stage: AwaitingReturn }));
        Assert.Equal((Reason.Codes.QuoteTooDear, Given.Euros(11_321)), (again.Reason?.Code, again.Debit));
    }

    [Fact]
    public void Three_quotes_are_asked_for_and_no_more()
    {
        var run = Run.Of(Orders.OneTime, SlowDraw(SixMinutes).Forever);
        Assert.Equal("W W Gi I Gq Q Q Q", run.Guide);
        Assert.Equal((Reason.Codes.QuoteExpired, Fault.Provider), (run.Summary.Reason?.Code, run.Summary.Reason?.Fault));
        Assert.Empty(run.Records.Outgoing);
    }

    [Fact]
    public void A_denial_that_anyone_could_have_sent_does_not_end_a_payment()
    {
        var run = PaysOnce(new Scenario(Orders.OneTime, Returns(new InteractionResult.Declined("grant_rejected"))),
            "W W Gi I Gq Q Go <> <> C O");
        Assert.Contains(run.States, state => FlowSummary.Of(state).Reason?.Code == Reason.Codes.ConsentDeclined);
    }

    [Fact]
    public void A_forged_return_changes_nothing()
    {
        var forged = new InteractionResult.Approved(Convert.ToBase64String(new byte[32]), new Generated.Secret("hush-forged"));
        PaysOnce(new Scenario(Orders.OneTime, Returns(forged)), "W W Gi I Gq Q Go <> <> C O");
    }

    [Fact]
    public void A_receiver_that_closed_early_was_paid_in_part()
    {
        var part = Changed<GetIncomingPayment, Generated.IncomingPaymentView>(view => view.Match<Generated.IncomingPaymentView>(
            p => p with { ReceivedAmount = Given.Dollars(400), Completed = true }, p => p, u => u));
        var run = Run.Of(Orders.OneTime, part);
        Assert.Equal((Reason.Codes.ReceiverClosed, Given.Dollars(400)),
            (Assert.IsType<Progress.Partial>(run.End).Reason.Code, run.Summary.Received));
    }

    [Fact]
    public void Both_remittances_do_the_same()
    {
        foreach (var order in new Order[] { Orders.FixedDebit, Orders.FixedReceive })
        {
            PaysOnce(new Scenario(order, Unanswered<CreateOutgoingPayment>()), "W W Gi I Gq Q Go <> C O L");
            PaysOnce(new Scenario(order, SlowPayer(SixMinutes)) { Drift = 1 }, "W W Gi I Gq Q Go <> C Q O");
            PaysOnce(new Scenario(order, Unanswered<ContinueGrant>()), "W W Gi I Gq Q Go <> C C Go <> C O");
        }
    }

    [Fact]
    public void The_owner_of_a_wallet_address_is_asked_again_too_where_the_answer_was_lost()
    {
        var run = Run.Of(Orders.Ownership, Unanswered<ContinueGrant>());
        Assert.Equal("W Gs <> C C Gs <> C", run.Guide);
        Assert.Equal(Given.Alice.Id, run.Result.Identity);
    }
}

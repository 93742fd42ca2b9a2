using Xunit;
using static OpenPayments.Flow.Tests.Guides.Trouble;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>What a payment does when its quote, its consent or the answers to its questions run out: the same in every flow that has one payment.</summary>
public sealed class RoundTests
{
    private static readonly TimeSpan SixMinutes = TimeSpan.FromMinutes(6);

    [Fact]
    public void A_quote_that_ran_out_before_consent_is_replaced_and_nobody_is_told()
    {
        var run = Paid("W W Gi I Gq Q Go Q Go <> C O", Run.Of(Orders.OneTime, 5, null, Slow<RequestGrant>(SixMinutes, 3)));
        Assert.Null(FlowSummary.Of(run.States.First(state => state.Progress is Progress.Asking { Stage: Consenting.Awaiting })).Reason);
    }

    [Fact]
    public void A_quote_that_ran_out_after_consent_is_replaced_and_paid_if_it_costs_no_more()
    {
        Paid("W W Gi I Gq Q Go <> C Q O", Run.Of(Orders.OneTime, 0, null, Slow<AwaitInteraction>(SixMinutes)));
        Paid("W W Gi I Gq Q Go <> C Q O", Run.Of(Orders.OneTime, -1, null, Slow<AwaitInteraction>(SixMinutes)));
    }

    [Fact]
    public void A_dearer_quote_needs_consent_again_and_says_why()
    {
        var run = Paid("W W Gi I Gq Q Go <> C Q Go <> C O", Run.Of(Orders.OneTime, 1, null, Slow<AwaitInteraction>(SixMinutes)));
        var again = FlowSummary.Of(run.States.Last(state => state.Progress is Progress.Asking { Stage: Consenting.Awaiting }));
        Assert.Equal((Reason.Codes.QuoteTooDear, Given.Euros(11_321)), (again.Reason?.Code, again.Debit));
    }

    [Fact]
    public void A_quote_that_ran_out_before_it_could_be_paid_is_replaced_once_the_list_shows_no_payment() =>
        Paid("W W Gi I Gq Q Go <> C O L Q O", Run.Of(Orders.OneTime, 0, null, Slow<CreateOutgoingPayment>(SixMinutes)));

    [Fact]
    public void A_payment_that_was_made_is_found_though_its_quote_looks_invalid() =>
        Paid("W W Gi I Gq Q Go <> C O L", Run.Of(Orders.OneTime, Denied<CreateOutgoingPayment>(400)));

    [Fact]
    public void A_500_that_stands_for_a_refusal_is_looked_into_before_the_same_quote_is_sent_again()
    {
        Paid("W W Gi I Gq Q Go <> C O L", Run.Of(Orders.OneTime, Denied<CreateOutgoingPayment>(500)));
        Paid("W W Gi I Gq Q Go <> C O L O", Run.Of(Orders.OneTime, Refused<CreateOutgoingPayment>(500)));
    }

    [Fact]
    public void Three_quotes_are_asked_for_and_the_third_is_tried_though_it_looks_expired()
    {
        var run = Run.Of(Orders.OneTime, Slow<DrawNonce>(SixMinutes), Slow<DrawNonce>(SixMinutes, 2), Slow<DrawNonce>(SixMinutes, 3));
        Assert.Equal("W W Gi I Gq Q Q Q Go <> C O L", run.Guide);
        Assert.Equal((Reason.Codes.Refused, 0), (Assert.IsType<Progress.Failed>(run.End).Reason.Code, run.Books.Outgoing.Count));
        Assert.Contains("invalid quote", run.Summary.Reason?.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void When_every_answer_is_lost_the_quotes_end_is_waited_for_and_then_it_is_certain()
    {
        var silent = Enumerable.Range(1, 5).Select(n => Lost<CreateOutgoingPayment>(n)).ToArray();
        var run = Run.Of(Orders.OneTime, silent);
        Assert.Equal("W W Gi I Gq Q Go <> C O L O L O L O L O L L Q O", run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Single(run.Books.Outgoing);
    }

    [Fact]
    public void A_denial_that_anyone_could_have_sent_does_not_end_a_payment()
    {
        var run = Run.Of(Orders.OneTime, Said<AwaitInteraction>(new InteractionResult.Declined("grant_rejected")));
        Assert.Contains(run.States, state => FlowSummary.Of(state).Reason?.Code == Reason.Codes.ConsentDeclined);
        Paid("W W Gi I Gq Q Go <> <> C O", run);
    }

    [Fact]
    public void A_forged_return_changes_nothing() => Paid("W W Gi I Gq Q Go <> <> C O",
        Run.Of(Orders.OneTime, Said<AwaitInteraction>(new InteractionResult.Approved(Convert.ToBase64String(new byte[32]), new Generated.Secret("hush-forged")))));

    [Fact]
    public void A_receiver_that_closed_early_was_paid_in_part()
    {
        var run = Run.Of(Orders.OneTime, Said<GetIncomingPayment>(Examples.Bodies.Incoming(Given.Dollars(1000), Given.Dollars(400), completed: true)));
        Assert.Equal((Reason.Codes.ReceiverClosed, Given.Dollars(400)), (Assert.IsType<Progress.Partial>(run.End).Reason.Code, run.Summary.Received));
    }

    [Fact]
    public void An_outgoing_payment_that_cannot_be_looked_for_leaves_the_flow_uncertain_and_says_where_to_look()
    {
        var run = Run.Of(Orders.OneTime, Unanswered<CreateOutgoingPayment>(), Refused<ListOutgoingPayments>(404));
        var reason = Assert.IsType<Progress.Uncertain>(run.End).Reason;
        Assert.Equal(Reason.Codes.PaymentUnknown, reason.Code);
        Assert.Contains(run.Summary.IncomingPayment!.OriginalString, reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_remittances_do_the_same()
    {
        foreach (var order in new Order[] { Orders.FixedDebit, Orders.FixedReceive })
        {
            Paid("W W Gi I Gq Q Go <> C O L", Run.Of(order, Unanswered<CreateOutgoingPayment>()));
            Paid("W W Gi I Gq Q Go <> C Q O", Run.Of(order, 1, null, Slow<AwaitInteraction>(SixMinutes)));
            Paid("W W Gi I Gq Q Go <> C Go <> C O", Run.Of(order, Unanswered<ContinueGrant>()));
        }
    }

    [Fact]
    public void Whoever_shows_a_wallet_address_to_be_theirs_is_asked_again_too_where_the_answer_was_lost()
    {
        var run = Run.Of(Orders.Ownership, Unanswered<ContinueGrant>());
        Assert.Equal("W Gs <> C Gs <> C", run.Guide);
        Assert.Equal(Given.Alice.Id, Assert.IsType<Progress.Completed>(run.End).Result.Identity);
    }

    private static Run Paid(string sequence, Run run)
    {
        Assert.Equal(sequence, run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Single(run.Books.Outgoing);
        return run;
    }
}

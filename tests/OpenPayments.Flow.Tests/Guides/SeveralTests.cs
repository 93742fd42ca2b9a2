using Xunit;
using static OpenPayments.Flow.Tests.Guides.Trouble;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Several payments under one consent: a split payment, and payments under a grant for future ones.</summary>
public sealed class SeveralTests
{
    private static readonly FuturePayments Two = Orders.Future with { Payments = [Orders.Future.Payments[0], new FuturePayment(Given.Carol.Id, Given.Dollars(500))] };

    [Fact]
    public void What_goes_wrong_with_one_share_leaves_the_others_alone()
    {
        var run = Run.Of(Orders.Split, Refused<CreateOutgoingPayment>(403, "403", "unauthorized"));
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C O O", run.Guide);
        Assert.Collection(Assert.IsType<Progress.Partial>(run.End).Result.Payments,
            bob => Assert.Equal(Reason.Codes.LimitExceeded, Assert.IsType<Outcome.Unpaid>(bob).Reason.Code),
            carol => Assert.Equal(Given.Dollars(500), Assert.IsType<Outcome.Paid>(carol).Receipt.Received));
    }

    [Fact]
    public void A_share_whose_quote_ran_out_is_paid_at_a_new_one_for_no_more_than_its_part_of_the_consent()
    {
        var run = Run.Of(Orders.Split, Slow<CreateOutgoingPayment>(TimeSpan.FromMinutes(6), 2));
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C O O L Q O", run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal(2, run.Books.Outgoing.Count);
    }

    [Fact]
    public void A_share_that_became_dearer_has_a_consent_of_its_own_asked_for()
    {
        var run = Run.Of(Orders.Split, 1, null, Slow<CreateOutgoingPayment>(TimeSpan.FromMinutes(6), 2));
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C O O L Q Go <> C O", run.Guide);
        var second = Assert.IsType<Generated.AccessOutgoing>(run.Asked<RequestGrant>()[^1].Access);
        Assert.Equal(Given.Euros(5_660 + 2), Assert.IsType<Generated.LimitsOutgoing.WithDebitAmount>(second.Limits).DebitAmount);
        Assert.IsType<Progress.Completed>(run.End);
    }

    [Fact]
    public void When_a_quote_runs_out_before_consent_all_are_asked_for_anew()
    {
        Assert.Equal("W W W Gi I Gi I Gq Q Q Q Q Go <> C O O", Run.Of(Orders.Split, Slow<DrawNonce>(TimeSpan.FromMinutes(6))).Guide);
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C Q Q O O", Run.Of(Orders.Split, Slow<AwaitInteraction>(TimeSpan.FromMinutes(6))).Guide);
    }

    [Fact]
    public void A_sum_that_no_amount_can_express_ends_the_payment()
    {
        var half = Examples.Bodies.Quote(debit: Given.Euros(ulong.MaxValue / 2 + 1));
        var run = Run.Of(Orders.Split,
            Said<CreateQuote>(half with { Receiver = new Uri("https://happylife.example/tenant/incoming-payments/2") }),
            Said<CreateQuote>(half with { Receiver = new Uri("https://happylife.example/tenant/incoming-payments/4"), ReceiveAmount = Given.Dollars(500) }, 2));
        Assert.Equal(Reason.Codes.AmountTooLarge, Assert.IsType<Progress.Failed>(run.End).Reason.Code);
    }

    [Fact]
    public void A_payment_that_is_more_than_what_is_left_of_the_limit_is_not_made_and_the_next_still_is()
    {
        var run = Run.Of(Two with { Limit = Limit.OfDebit(Given.Euros(11_000)) });
        Assert.Equal("W Go <> C W Gi I Gq Q S W Gi I Gq Q S O S", run.Guide);
        var result = Assert.IsType<Progress.Partial>(run.End).Result;
        Assert.Equal((Reason.Codes.LimitExceeded, "spent-amounts"), Assert.IsType<Outcome.Unpaid>(result.Payments[0]).Reason is var reason ? (reason.Code, reason.Step) : default);
        Assert.IsType<Outcome.Paid>(result.Payments[1]);
        Assert.Equal(Given.Euros(5_660), result.Spent?.Debit);
    }

    [Fact]
    public void What_was_spent_before_counts()
    {
        var run = Run.Of(Two with { Limit = Limit.OfDebit(Given.Euros(16_979)) });
        Assert.Collection(run.Summary.Payments, p => Assert.IsType<Outcome.Paid>(p), p => Assert.IsType<Outcome.Unpaid>(p));
        Assert.IsType<Progress.Completed>(Run.Of(Two with { Limit = Limit.OfDebit(Given.Euros(16_980)) }).End);
    }

    [Fact]
    public void What_a_server_does_not_count_or_may_yet_hear_of_counts_here()
    {
        var order = Two with { Limit = Limit.OfDebit(Given.Euros(16_979)) };
        var mute = Enumerable.Range(1, 3).Select(n => Said<GetSpentAmounts>(Examples.Bodies.Spent(null, null), n));
        Assert.Collection(Run.Of(order, [.. mute]).Summary.Payments, p => Assert.IsType<Outcome.Paid>(p), p => Assert.IsType<Outcome.Unpaid>(p));
        var late = Run.Of(order, Unanswered<CreateOutgoingPayment>(), Refused<ListOutgoingPayments>(404), Said<GetSpentAmounts>(Examples.Bodies.Spent(Given.Euros(0), null), 2));
        Assert.Collection(late.Summary.Payments, p => Assert.IsType<Outcome.Unknown>(p), p => Assert.IsType<Outcome.Unpaid>(p));
    }

    [Fact]
    public void The_consent_of_an_earlier_order_is_held_and_kept_alive()
    {
        var run = Run.Of(Orders.Future with { Held = Given.Consent with { Limit = Orders.Future.Limit } }, [.. Enumerable.Range(1, 3).Select(n => Said<RotateToken>(Examples.Bodies.Rotated("fresh"), n))]);
        Assert.StartsWith("W W Gi I Gq Q S R S", run.Guide, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Asked<GetSpentAmounts>().Skip(1), ask => ask.Token == Given.Consent.Token.Value);
    }

    [Fact]
    public void Amounts_that_cannot_be_read_at_the_end_do_not_undo_what_was_paid()
    {
        var run = Run.Of(Orders.Future, Refused<GetSpentAmounts>(404, nth: 2));
        var result = Assert.IsType<Progress.Completed>(run.End).Result;
        Assert.Equal((null, 1), (result.Spent, result.Payments.Count));
    }
}

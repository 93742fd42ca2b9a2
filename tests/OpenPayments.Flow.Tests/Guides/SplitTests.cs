using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Several payments under one consent: a split payment.</summary>
public sealed class SplitTests
{
    private static readonly TimeSpan SixMinutes = TimeSpan.FromMinutes(6);

    /// <summary>The second share's token dies, is renewed six minutes later, and its quote has run out then.</summary>
    private static readonly Scripted[] SecondQuoteRunsOut =
        [Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", 2), Refused<RotateToken>(401),
            Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", 3)];

    [Fact]
    public void What_goes_wrong_with_one_share_leaves_the_others_alone()
    {
        var run = Run.Of(Orders.Split, Refused<CreateOutgoingPayment>(403, "403", "unauthorized"));
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C O O", run.Guide);
        Assert.IsType<Progress.Partial>(run.End);
        Assert.Collection(run.Result.Payments,
            bob => Assert.Equal(Reason.Codes.LimitExceeded, Assert.IsType<Outcome.Unpaid>(bob).Reason.Code),
            carol => Assert.Equal(Given.Dollars(500), Assert.IsType<Outcome.Paid>(carol).Receipt.Received));
    }

    [Fact]
    public void A_share_whose_token_is_dead_for_good_has_a_consent_of_its_own_asked_for_at_a_new_quote()
    {
        var run = Run.Of(Orders.Split, SecondQuoteRunsOut);
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C O O R O Q Go <> C O", run.Guide);
        var second = Assert.IsType<AccessOutgoing>(run.Requests<RequestGrant>()[^1].Access);
        Assert.Equal(Given.Euros(5_660), Assert.IsType<LimitsOutgoing.WithDebitAmount>(second.Limits).DebitAmount);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal(2, run.Records.Outgoing.Count);
    }

    [Fact]
    public void When_a_quote_runs_out_before_consent_all_are_asked_for_anew()
    {
        Assert.Equal("W W W Gi I Gi I Gq Q Q Q Q Go <> C O O", Run.Of(Orders.Split, SlowDraw(SixMinutes)).Guide);
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C Q Q O O", Run.Of(Orders.Split, SlowPayer(SixMinutes)).Guide);
    }

    [Fact]
    public void A_sum_that_no_amount_can_express_ends_the_payment()
    {
        var half = Given.Euros((ulong.MaxValue / 2) + 1);
        var run = Run.Of(Orders.Split, Changed<CreateQuote, Quote>(quote => quote with { DebitAmount = half }).Forever);
        Assert.Equal(Reason.Codes.AmountTooLarge, Assert.IsType<Progress.Failed>(run.End).Reason.Code);
    }

    [Fact]
    public void A_share_in_doubt_is_settled_and_each_is_paid_once()
    {
        var run = Run.Of(Orders.Split, Unanswered<CreateOutgoingPayment>(), Lost<CreateOutgoingPayment>(2));
        Assert.Equal("W W W Gi I Gi I Gq Q Q Go <> C O L O L O", run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal(2, run.Records.Outgoing.Count);
    }
}

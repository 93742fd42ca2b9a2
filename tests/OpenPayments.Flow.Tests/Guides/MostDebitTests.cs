using Xunit;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>The most that an order may debit protects the payer before anyone is asked.</summary>
public sealed class MostDebitTests
{
    private static readonly Generated.Amount Enough = Given.Euros(11_320), TooLittle = Given.Euros(11_319);

    [Fact]
    public void A_dearer_quote_ends_the_order_before_the_payer_is_asked()
    {
        Ends(Orders.OneTime with { MostDebit = TooLittle }, "W W Gi I Gq Q");
        Ends(Orders.FixedReceive with { MostDebit = TooLittle }, "W W Gi I Gq Q");
        Ends(Orders.Subscription with { DebitLimit = TooLittle }, "W W Gi I Gq Q");
        Ends(Orders.Split with { MostDebit = Given.Euros(11_320 + 5_660 - 1) }, "W W W Gi I Gi I Gq Q Q");
        Ends(Orders.OneTime with { MostDebit = Given.Dollars(ulong.MaxValue) }, "W W Gi I Gq Q");
    }

    [Fact]
    public void Up_to_it_the_payer_is_asked()
    {
        foreach (var order in new Order[]
        {
            Orders.OneTime with { MostDebit = Enough }, Orders.FixedReceive with { MostDebit = Enough },
                Orders.Subscription with { DebitLimit = Enough },
            Orders.RecurringFixedReceive with { MostDebit = Enough }, Orders.Split with { MostDebit = Given.Euros(11_320 + 5_660) },
        })
            Assert.IsType<Progress.Completed>(Run.Of(order).End);
    }

    [Fact]
    public void Both_sides_are_told()
    {
        var reason = Run.Of(Orders.OneTime with { MostDebit = TooLittle }).Summary.Reason;
        Assert.Equal("The payment would debit 11.320 EUR, and the order allows 11.319 EUR at most.", reason?.Detail);
    }

    [Fact]
    public void A_quote_that_becomes_dearer_after_consent_is_not_paid()
    {
        var run = Run.Of(new Scenario(
            Orders.OneTime with { MostDebit = Enough }, Scripted.SlowPayer(TimeSpan.FromMinutes(6)))
        { Drift = 1 });
        Assert.Equal(("W W Gi I Gq Q Go <> C Q", Reason.Codes.AboveMost), (run.Guide, run.Summary.Reason?.Code));
    }

    [Fact]
    public void A_period_that_is_dearer_is_not_paid()
    {
        var run = Run.Of(new Scenario(Orders.RecurringFixedReceive with { MostDebit = Enough }) { Drift = 1 });
        Assert.Equal((1, 2), (run.Result.Totals?.Paid, run.Result.Totals?.Unpaid));
        Assert.All(run.Outcomes.Skip(1), one => Assert.Equal(Reason.Codes.AboveMost, Assert.IsType<Outcome.Unpaid>(one).Reason.Code));
    }

    private static void Ends(Order order, string guide)
    {
        var run = Run.Of(order);
        Assert.Equal((guide, Reason.Codes.AboveMost, Fault.Order), (run.Guide, run.Summary.Reason?.Code, run.Summary.Reason?.Fault));
    }
}

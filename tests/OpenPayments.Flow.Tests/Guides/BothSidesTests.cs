using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Flow.Tests.Guides.OnePayment;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Where the two providers do not say the same, or one of them not what was ordered.</summary>
public sealed class BothSidesTests
{
    [Fact]
    public void What_the_sender_calls_failed_has_arrived_where_the_receiver_says_so()
    {
        var failed = Changed<GetOutgoingPayment, OutgoingPayment>(payment => payment with { Failed = true, SentAmount = Given.Euros(0) });
        Assert.Equal(Given.Dollars(1000), PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O", failed.Forever).Summary.Received);
    }

    [Fact]
    public void A_last_part_that_never_comes_is_told_with_what_was_seen()
    {
        var part = Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(999))) with { Until = 20 };
        var run = Run.Of(Orders.OneTime, part, Refused<GetIncomingPayment>(500, nth: 21).Forever);
        Assert.IsType<Progress.Uncertain>(run.End);
        Assert.Equal((Given.Dollars(999), Given.Euros(11_300)), (run.Summary.Received, run.Summary.Sent));
    }

    [Fact]
    public void A_creation_that_contradicts_the_order_is_uncertain_with_both_sides()
    {
        var dear = Changed<CreateOutgoingPayment, OutgoingPaymentWithSpentAmounts>(
            payment => payment with { DebitAmount = Given.Euros(999_999) });
        var run = Run.Of(Orders.OneTime, dear,
            Changed<GetOutgoingPayment, OutgoingPayment>(payment => payment with { DebitAmount = Given.Euros(999_999) }).Forever);
        var reason = Assert.IsType<Progress.Uncertain>(run.End).Reason;
        Assert.Equal(Reason.Codes.PaymentContradicted, reason.Code);
        Assert.Contains("its debitAmount is 999.999 EUR, and 11.320 EUR was asked for", reason.Detail, StringComparison.Ordinal);
    }
}

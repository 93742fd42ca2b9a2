using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Faults that pass, and faults that are not of the payment, as a whole flow meets them.</summary>
public sealed class PassingFaultTests
{
    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    public void A_continuation_that_was_not_carried_out_is_granted_by_the_same_request_and_the_payer_is_asked_once(int status)
    {
        var run = Run.Of(Orders.OneTime, Refused<ContinueGrant>(status) with { Until = 3 });
        Assert.Equal("W W Gi I Gq Q Go <> C C C C O", run.Guide);
        Assert.Single(run.Requests<ContinueGrant>().Distinct());
        Assert.IsType<Progress.Completed>(run.End);
    }

    [Fact]
    public void A_continuation_that_was_carried_out_means_consent_again_saying_why_and_the_old_grant_is_given_back()
    {
        var run = Run.Of(Orders.OneTime, Unanswered<ContinueGrant>());
        Assert.Equal("W W Gi I Gq Q Go <> C C Go <> C O", run.Guide);
        var second = run.States.Last(state => state.Progress is Progress.Asking { Stage: AwaitingReturn });
        Assert.Equal((Reason.Codes.ContinuationLost, Reason.Codes.ContinuationLost),
            (FlowSummary.Of(second).Reason?.Code, ConsentPage.Of(second)?.Again?.Code));
        Assert.Equal(run.Requests<ContinueGrant>()[0].Uri, Assert.Single(run.Requests<CancelGrant>()).Uri);
        Assert.IsType<Progress.Completed>(run.End);
    }

    [Fact]
    public void One_garbled_answer_before_consent_is_asked_for_again()
    {
        foreach (var garbled in new[] { Garbled<GetWalletAddress>(), Garbled<RequestGrant>(), Garbled<CreateIncomingPayment>(),
            Garbled<CreateQuote>() })
            Assert.IsType<Progress.Completed>(Run.Of(Orders.OneTime, garbled).End);

        static Scripted Garbled<T>() => Refused<T>(200, Refusal.Codes.Unreadable, "not JSON");
    }

    [Fact]
    public void A_payment_that_was_never_sent_is_not_uncertain()
    {
        var run = Run.Of(Orders.OneTime, Refused<CreateOutgoingPayment>(0, Refusal.Codes.NotSent, "The token holds a line break."));
        var reason = Assert.IsType<Progress.Failed>(run.End).Reason;
        Assert.Equal("The request could not be sent: The token holds a line break.", reason.Detail);
    }

    [Fact]
    public void A_server_that_does_not_know_our_key_is_told_as_that_and_nobody_is_asked_to_consent_again()
    {
        foreach (var unknown in new[] { Unknown<RequestGrant>(3), Unknown<ContinueGrant>(), Unknown<CreateOutgoingPayment>(),
            Unknown<CreateQuote>() })
        {
            var run = Run.Of(Orders.OneTime, unknown);
            var reason = Assert.IsType<Progress.Failed>(run.End).Reason;
            Assert.Equal((Reason.Codes.KeyNotAccepted, Fault.Setup), (reason.Code, reason.Fault));
            Assert.Contains(Reply.UnknownKey, reason.Detail, StringComparison.Ordinal);
            Assert.InRange(run.Requests<Step<FlowState>.Await>().Count, 0, 1);
            Assert.Empty(run.Requests<RotateToken>());
            Assert.Empty(run.Records.Outgoing);
        }

        static Scripted Unknown<T>(int nth = 1) => Refused<T>(401, "401", Reply.UnknownKey, nth).Forever;
    }

    [Fact]
    public void An_address_that_leads_to_another_is_paid_as_that_other()
    {
        var order = Orders.OneTime with { Receiver = new Uri("https://bob.example/") };
        var run = Run.Of(order, Answers<GetWalletAddress>(Bodies.Wallet(Given.Bob), 2));
        Assert.IsType<Progress.Completed>(run.End);
        Assert.Equal(Given.Bob.Id, Assert.Single(run.Requests<CreateIncomingPayment>()).Body.WalletAddress);
        var shown = run.States.Select(FlowSummary.Of).Last(summary => summary.Receiver is not null).Receiver;
        Assert.Equal((Given.Bob.Id, order.Receiver), (shown?.WalletAddress, shown?.OrderedAs));
    }
}

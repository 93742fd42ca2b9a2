using System.Text.Json;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Ordering;

/// <summary>What people are told of a flow.</summary>
public sealed class SummaryTests
{
    public static TheoryData<string> Names => [.. Stages.All.Select(s => s.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Once_there_is_a_quote_its_price_is_shown(string name)
    {
        var summary = Of(Stages.Of(name), Given.Alice, Given.Incoming, Given.Quote);
        Assert.Equal((Given.Quote.Debit, Given.Quote.Receive, Given.Incoming.Id),
            (summary.Debit, summary.Receive, summary.IncomingPayment));
        Assert.Equal(Stages.Of(name) is SettlementStage ? null : Given.Quote.ExpiresAt, summary.QuoteExpiresAt);
    }

    [Fact]
    public void Before_that_what_the_order_says_is_shown()
    {
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.OneTime));
        Assert.Equal((Given.Euros(11_320), null), Amounts(Orders.FixedDebit));
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.FixedReceive));
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.Subscription));
        Assert.Equal((Given.Euros(11_320), null), Amounts(Orders.RecurringFixedDebit));
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.RecurringFixedReceive));
        Assert.Equal((null, null), Amounts(Orders.Split));

        static (Amount?, Amount?) Amounts(Order order) =>
            FlowSummary.Of(order.Started()) is var summary ? (summary.Debit, summary.Receive) : default;
    }

    [Fact]
    public void A_progress_that_waits_or_gives_back_is_shown_as_what_follows()
    {
        var then = new Progress.Asking(Given.Journal(Given.Quote), Stages.CreatingQuote);
        Assert.Equal(Of(then), Of(new Progress.Waiting(Given.Noon, then)));
        Assert.Equal(Of(then), Of(new Progress.Releasing([Given.HeldToken], then)));
        Assert.Equal(Of(then) with { Step = "quote" }, Of(then with { Stage = Stages.RenewingToken }));
    }

    [Fact]
    public void Each_phase_has_its_status()
    {
        Assert.All(Stages.All.Take(6), stage => Assert.Equal(FlowStatus.Preparing, Of(stage, Given.Quote).Status));
        Assert.Equal(FlowStatus.AwaitingConsent, Of(Stages.AwaitingReturn).Status);
        Assert.Equal(FlowStatus.Paying, Of(Stages.ContinuingGrant).Status);
        var paying = Stages.All.Where(stage => stage is not (AwaitingReturn or Pausing or AwaitingOrder));
        foreach (var agreed in new Finding[] { Given.Consent, new Round(2, Given.Consent) })
            Assert.All(paying, stage => Assert.Equal(FlowStatus.Paying, Of(stage, agreed).Status));
        Assert.Equal(FlowStatus.Preparing, Of(Stages.CreatingQuote, new Round(2)).Status);
        var scheduled = Of(Stages.Pausing, Given.Consent);
        Assert.Equal((FlowStatus.Scheduled, Stages.Pausing.Until), (scheduled.Status, scheduled.NextAt));
        Assert.Equal(FlowStatus.Open, Of(Stages.AwaitingOrder, Given.Consent).Status);
    }

    [Fact]
    public void Each_end_has_its_status_and_what_is_known_of_its_payments()
    {
        Ended(FlowStatus.Completed, "completed", new Progress.Completed(Result.Of(Given.Paid)), null);
        Ended(FlowStatus.Partial, "partial", new Progress.Partial(Given.Reason, Result.Of(Given.PaidInPart)), Given.Reason);
        Ended(FlowStatus.Failed, "failed", new Progress.Failed(Given.Reason, Result.Of(Given.Unpaid)), Given.Reason);
        Ended(FlowStatus.Uncertain, "uncertain", new Progress.Uncertain(Given.Reason, Result.Of(Given.Unknown)), Given.Reason);
        Ended(FlowStatus.Cancelled, "cancelled", new Progress.Cancelled(Given.Reason, Result.Of(Given.Unpaid)), Given.Reason);

        static void Ended(FlowStatus status, string step, Progress progress, Reason? reason)
        {
            var summary = Of(progress);
            Assert.Equal((status, step, reason), (summary.Status, summary.Step, summary.Reason));
            var isPaid = step is not ("failed" or "cancelled");
            Assert.Equal((isPaid ? Given.Quote.Debit : null, isPaid ? Given.Incoming.Id : null), (summary.Debit, summary.IncomingPayment));
        }
    }

    [Fact]
    public void The_one_receipt_of_one_payment_is_shown_whole_and_of_several_each_has_its_own()
    {
        var one = Of(new Progress.Completed(Result.Of(Given.Paid)));
        Assert.Equal((Given.Euros(11_000), Given.Dollars(1000), Given.Outgoing.Id), (one.Sent, one.Received, one.OutgoingPayment));
        var two = Of(new Progress.Partial(Given.Reason, Result.OfAll([Given.Paid, Given.Unpaid])));
        Assert.Null(two.Received);
        Assert.Equal([Given.Paid, Given.Unpaid], two.Payments);
        Assert.Equal(Given.Totals, Of(new Progress.Partial(Given.Reason, Result.OfTotals(Given.Totals))).Totals);
    }

    [Fact]
    public void What_was_seen_of_a_payment_under_way_is_shown()
    {
        var stage = Stages.ConfirmingArrival with { Sight = new Sight(Given.Euros(11_000), Given.Dollars(999)) };
        var summary = Of(stage, Given.Paid, Given.Quote, Given.Incoming);
        Assert.Equal((Given.Outgoing.Id, Given.Euros(11_000), Given.Dollars(999)),
            (summary.OutgoingPayment, summary.Sent, summary.Received));
        Assert.Equal([Given.Paid], summary.Payments);
    }

    [Fact]
    public void What_belongs_to_a_payment_that_is_over_is_not_shown_as_the_present_ones()
    {
        var summary = Of(Stages.Pausing, Given.Incoming, Given.Quote, Given.Outgoing, Given.Paid);
        Assert.Equal((null, null, null, Given.Dollars(1000)),
            (summary.QuoteExpiresAt, summary.IncomingPayment, summary.OutgoingPayment, summary.Receive));
        var second = Of(Stages.Pausing, Given.Incoming, Given.Quote, new WindowsPassed(Given.Totals, Given.Noon));
        Assert.Equal((null, Given.Totals), (second.IncomingPayment, second.Totals));
    }

    [Fact]
    public void Why_a_person_is_asked_again_is_said()
    {
        Assert.Null(Of(Stages.AwaitingReturn).Reason);
        Assert.Equal(Given.Reason, Of(Stages.AwaitingReturn with { Request = Stages.Request with { Because = Given.Reason } }).Reason);
        var declined = Of(Stages.AwaitingReturn with { Declined = "grant_rejected" });
        Assert.Equal((FlowStatus.AwaitingConsent, Reason.Codes.ConsentDeclined, "consent"),
            (declined.Status, declined.Reason?.Code, declined.Reason?.Step));
        Assert.Contains("grant_rejected", declined.Reason?.Detail, StringComparison.Ordinal);
        Assert.Equal(Given.Reason,
            Of(Stages.CreatingQuote, new Round(1), new Round(2, Because: Given.Reason, NotBefore: Given.Noon)).Reason);
        Assert.Null(Of(Stages.CreatingQuote, new Round(2, Because: Given.Reason)).Reason);
    }

    [Fact]
    public void A_payment_in_doubt_says_so_and_that_nobody_should_pay_again()
    {
        var again = Stages.CreatingOutgoingPayment with { Doubt = new Doubt(Given.Noon, MayResend: true) };
        foreach (var stage in new Stage[] { Stages.SearchingOutgoingPayment, Stages.AskingReceiver, again })
            Assert.Equal((Reason.Codes.PaymentInDoubt, "outgoing-payment"), Of(stage).Reason is { } reason ? (reason.Code, reason.Step)
                : default);
        Assert.Null(Of(Stages.CreatingOutgoingPayment).Reason);
    }

    [Fact]
    public void Names_of_steps_and_statuses_are_kebab_case()
    {
        Assert.All(Stages.All, s => Assert.Matches("^[a-z]+(-[a-z]+)*$", s.Step));
        Assert.Contains("\"awaiting-consent\"", JsonSerializer.Serialize(Of(Stages.AwaitingReturn)), StringComparison.Ordinal);
    }

    private static FlowSummary Of(Stage stage, params ReadOnlySpan<Finding> findings) =>
        Of(new Progress.Asking(Given.Journal(findings), stage));

    private static FlowSummary Of(Progress progress) => FlowSummary.Of(new FlowState(Orders.OneTime, progress));
}

using System.Text.Json;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class SummaryTests
{
    public static TheoryData<string> Names => [.. Stages.All.Select(s => s.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Once_there_is_a_quote_its_price_is_shown(string name)
    {
        var summary = FlowSummary.Of(new FlowState(Orders.OneTime, new Progress.Asking([Given.Alice, Given.Incoming, Given.Quote], Stages.Of(name))));
        Assert.Equal((Given.Quote.Debit, Given.Quote.Receive, Given.Incoming.Id), (summary.Debit, summary.Receive, summary.IncomingPayment));
        Assert.Equal(Stages.Of(name) is Settling ? null : Given.Quote.ExpiresAt, summary.QuoteExpiresAt);
    }

    [Fact]
    public void Before_that_what_the_order_says_is_shown()
    {
        var begun = new Progress.Asking([], Stages.Discovering);
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.OneTime));
        Assert.Equal((Given.Euros(11_320), null), Amounts(Orders.FixedDebit));
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.FixedReceive));
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.Subscription));
        Assert.Equal((Given.Euros(11_320), null), Amounts(Orders.RecurringFixedDebit));
        Assert.Equal((null, Given.Dollars(1000)), Amounts(Orders.RecurringFixedReceive));
        Assert.Equal((null, null), Amounts(Orders.Split));

        (Amount?, Amount?) Amounts(Order order) => FlowSummary.Of(new FlowState(order, begun)) is var summary ? (summary.Debit, summary.Receive) : default;
    }

    [Fact]
    public void A_progress_that_waits_or_renews_a_token_is_shown_as_what_it_does_then()
    {
        var then = new Progress.Asking([Given.Quote], Stages.Quoting);
        var shown = Of(then);
        Assert.Equal(shown, Of(new Progress.Waiting(Given.Noon, then)));
        Assert.Equal(shown, Of(new Progress.Rotating(Given.Quoting.Token, then)));
    }

    [Fact]
    public void Each_phase_has_its_status()
    {
        Assert.All(Stages.All.Take(6), stage => Assert.Equal(FlowStatus.Preparing, Of(new Progress.Asking([Given.Quote], stage)).Status));
        Assert.Equal(FlowStatus.AwaitingConsent, Of(new Progress.Asking([], Stages.Awaiting)).Status);
        Assert.Equal(FlowStatus.Paying, Of(new Progress.Asking([], Stages.Continuing)).Status);
        foreach (var agreed in new Fact[] { Given.Consent, new Round(2, Given.Consent) })
            Assert.All(Stages.All.Except([Stages.Awaiting, Stages.Pausing]), stage => Assert.Equal(FlowStatus.Paying, Of(new Progress.Asking([agreed], stage)).Status));
        Assert.Equal(FlowStatus.Preparing, Of(new Progress.Asking([new Round(2)], Stages.Quoting)).Status);
        var scheduled = Of(new Progress.Asking([Given.Consent], Stages.Pausing));
        Assert.Equal((FlowStatus.Scheduled, Stages.Pausing.Until), (scheduled.Status, scheduled.NextAt));
    }

    [Fact]
    public void Each_end_has_its_status_and_what_is_known_of_its_payments()
    {
        Ended(FlowStatus.Completed, "completed", new Progress.Completed(Result.Of(Given.Paid)), null);
        Ended(FlowStatus.Partial, "partial", new Progress.Partial(Given.Reason, Result.Of(Given.PaidInPart)), Given.Reason);
        Ended(FlowStatus.Failed, "failed", new Progress.Failed(Given.Reason, Result.Of(Given.Unpaid)), Given.Reason);
        Ended(FlowStatus.Uncertain, "uncertain", new Progress.Uncertain(Given.Reason, Result.Of(Given.Unknown)), Given.Reason);

        void Ended(FlowStatus status, string step, Progress progress, Reason? reason)
        {
            var summary = Of(progress);
            Assert.Equal((status, step, reason), (summary.Status, summary.Step, summary.Reason));
            Assert.Equal(step == "failed" ? null : Given.Quote.Debit, summary.Debit);
            Assert.Equal(step == "failed" ? null : Given.Incoming.Id, summary.IncomingPayment);
        }
    }

    [Fact]
    public void The_one_receipt_of_one_payment_is_shown_whole_and_of_several_each_has_its_own()
    {
        var one = Of(new Progress.Completed(Result.Of(Given.Paid)));
        Assert.Equal((Given.Euros(11_000), Given.Dollars(1000), Given.Made.Id), (one.Sent, one.Received, one.OutgoingPayment));
        var two = Of(new Progress.Partial(Given.Reason, Result.OfAll([Given.Paid, Given.Unpaid])));
        Assert.Null(two.Received);
        Assert.Equal([Given.Paid, Given.Unpaid], two.Payments);
    }

    [Fact]
    public void What_was_made_sent_and_ended_is_shown_under_way()
    {
        var summary = Of(new Progress.Asking([Given.Paid, Given.Quote, Given.Incoming], Stages.Confirming));
        Assert.Equal((Given.Made.Id, Given.Euros(11_000)), (summary.OutgoingPayment, summary.Sent));
        Assert.Equal([Given.Paid], summary.Payments);
        Assert.Equal(Given.Euros(5), Of(new Progress.Asking([], Stages.Following with { Sent = Given.Euros(5) })).Sent);
    }

    [Fact]
    public void What_belongs_to_a_payment_that_is_over_is_not_shown_as_the_present_ones()
    {
        var summary = Of(new Progress.Asking([Given.Incoming, Given.Quote, Given.Made, Given.Paid], Stages.Pausing));
        Assert.Equal((null, null, null, Given.Dollars(1000)), (summary.QuoteExpiresAt, summary.IncomingPayment, summary.OutgoingPayment, summary.Receive));
    }

    [Fact]
    public void Why_a_person_is_asked_again_is_said()
    {
        Assert.Null(Of(new Progress.Asking([], Stages.Awaiting)).Reason);
        Assert.Equal(Given.Reason, Of(new Progress.Asking([], Stages.Awaiting with { Request = Stages.Request with { Because = Given.Reason } })).Reason);
        var declined = Of(new Progress.Asking([], Stages.Awaiting with { Declined = "grant_rejected" }));
        Assert.Equal((FlowStatus.AwaitingConsent, Reason.Codes.ConsentDeclined, "consent"), (declined.Status, declined.Reason?.Code, declined.Reason?.Step));
        Assert.Contains("grant_rejected", declined.Reason?.Detail, StringComparison.Ordinal);
        Assert.Equal(Given.Reason, Of(new Progress.Asking([new Round(1), new Round(2, Because: Given.Reason, NotBefore: Given.Noon)], Stages.Quoting)).Reason);
        Assert.Null(Of(new Progress.Asking([new Round(2, Because: Given.Reason)], Stages.Quoting)).Reason);
    }

    [Fact]
    public void Names_of_steps_and_statuses_are_kebab_case()
    {
        Assert.All(Stages.All, s => Assert.Matches("^[a-z]+(-[a-z]+)*$", s.Step));
        Assert.Contains("\"awaiting-consent\"", JsonSerializer.Serialize(Of(new Progress.Asking([], Stages.Awaiting))), StringComparison.Ordinal);
    }

    private static FlowSummary Of(Progress progress) => FlowSummary.Of(new FlowState(Orders.OneTime, progress));
}

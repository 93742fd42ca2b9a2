using Xunit;
using static OpenPayments.Flow.Tests.Guides.Trouble;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Recurring payments: each period is paid once or reported; a failed one is tried again inside its window.</summary>
public sealed class PeriodTests
{
    private const string Once = "R1/2026-12-01T00:00:00Z/P1M";

    private static readonly Generated.OutgoingPayment NoFunds = Examples.Bodies.Outgoing(0, failed: true);

    [Fact]
    public void A_period_that_failed_with_nothing_paid_is_tried_again_inside_its_window()
    {
        var run = Run.Of(Orders.Subscription with { Interval = Once }, Said<GetOutgoingPayment>(NoFunds));
        Assert.Equal("W W Gi I Gq Q Go <> C O I Q O", run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        var scheduled = run.States.First(state => state.Progress is Progress.Asking { Stage: Pausing { Until: var until } } && until > Given.Noon);
        Assert.Equal((FlowStatus.Scheduled, Reason.Codes.PaymentFailed), (FlowSummary.Of(scheduled).Status, FlowSummary.Of(scheduled).Reason?.Code));
    }

    [Fact]
    public void The_pauses_between_attempts_double_from_a_200th_of_the_window_and_end_with_the_eighth()
    {
        var run = Run.Of(Orders.RecurringFixedReceive with { Interval = Once }, [.. Enumerable.Range(1, 9).Select(n => Said<GetOutgoingPayment>(NoFunds, n))]);
        Assert.Equal(8, run.Asked<CreateOutgoingPayment>().Count);
        Assert.Equal(Reason.Codes.PaymentFailed, Assert.IsType<Progress.Failed>(run.End).Reason.Code);
        var until = run.Asked<Wait>().Select(wait => wait.Until).Where(at => at > Given.Noon.AddHours(1)).ToList();
        Assert.InRange(until[0] - Given.Noon, TimeSpan.FromDays(31) / 200, (TimeSpan.FromDays(31) / 200) + TimeSpan.FromMinutes(1));
        Assert.Equal(7, until.Count);
        Assert.All(Enumerable.Range(2, 5), n => Assert.Equal(2, (until[n] - until[n - 1]) / (until[n - 1] - until[n - 2]), 0.01));
    }

    [Fact]
    public void Attempts_end_with_the_window()
    {
        var day = Orders.RecurringFixedReceive with { Interval = "R2/2026-12-01T11:59:00Z/PT2M" };
        var run = Run.Of(day, [.. Enumerable.Range(1, 30).Select(n => Refused<CreateQuote>(400, nth: n))]);
        Assert.Equal(2, Assert.IsType<Progress.Failed>(run.End).Result.Payments.Count);
        Assert.InRange(run.Servers.Now, Given.Noon.AddMinutes(1), Given.Noon.AddMinutes(3));
    }

    [Fact]
    public void A_period_that_may_have_been_paid_is_not_tried_again_and_the_next_goes_on()
    {
        var run = Run.Of(Orders.Subscription, Unanswered<CreateOutgoingPayment>(), Refused<ListOutgoingPayments>(404));
        Assert.Equal("W W Gi I Gq Q Go <> C O L I Q O I Q O", run.Guide);
        Assert.Collection(Assert.IsType<Progress.Uncertain>(run.End).Result.Payments, p => Assert.IsType<Outcome.Unknown>(p), p => Assert.IsType<Outcome.Paid>(p), p => Assert.IsType<Outcome.Paid>(p));
    }

    [Fact]
    public void A_window_that_went_by_is_reported_and_never_paid_later()
    {
        var run = Run.Of(Orders.RecurringFixedDebit with { Interval = "R3/2026-10-01T00:00:00Z/P1M" });
        Assert.Collection(Assert.IsType<Progress.Partial>(run.End).Result.Payments, Missed, Missed, p => Assert.IsType<Outcome.Paid>(p));

        static void Missed(Outcome payment)
        {
            var unpaid = Assert.IsType<Outcome.Unpaid>(payment);
            Assert.Equal((Reason.Codes.WindowMissed, "schedule", null), (unpaid.Reason.Code, unpaid.Reason.Step, unpaid.At));
        }
    }

    [Fact]
    public void What_was_prepared_before_consent_is_paid_in_the_first_window_only_while_it_lives()
    {
        Assert.Equal("W W Gi I Gq Q Go <> C I Q O", Run.Of(Orders.Subscription with { Interval = Once }, Slow<AwaitInteraction>(TimeSpan.FromMinutes(6))).Guide);
        Assert.Equal("W W Gi I Gq Q Go <> C I Q O", Run.Of(Orders.Subscription with { Interval = "R1/2027-01-01T00:00:00Z/P1M" }).Guide);
        Assert.Equal("W W Gi I Go <> C I O", Run.Of(Orders.RecurringFixedDebit with { Interval = Once }, Slow<AwaitInteraction>(TimeSpan.FromMinutes(31))).Guide);
        Assert.Equal("W W Go <> C Gi I Gq I Q O", Run.Of(Orders.RecurringFixedReceive with { Interval = Once }, Slow<RequestGrant>(TimeSpan.FromMinutes(31), 3)).Guide);
    }

    [Fact]
    public void What_is_prepared_for_a_window_expires_within_it()
    {
        var windows = Recurrence.Parse(Orders.Monthly).Match(Right: r => r.Windows.ToList(), Left: error => throw new InvalidOperationException(error.Why));
        var expiries = Run.Of(Orders.RecurringFixedDebit).Asked<CreateIncomingPayment>().Select(ask => ask.Body.ExpiresAt).ToList();
        Assert.All(windows.Zip(expiries), pair => Assert.InRange(pair.Item2!.Value, pair.Item1.Start.AddMinutes(30), pair.Item1.End));
        var narrow = Run.Of(Orders.RecurringFixedReceive with { Interval = "R1/2026-12-01T12:01:00Z/PT2M" }).Asked<CreateIncomingPayment>();
        Assert.Equal(Given.Noon.AddMinutes(3), narrow[^1].Body.ExpiresAt);
    }

    [Fact]
    public void A_consent_that_was_revoked_is_reported_in_each_period_that_is_left_and_nobody_is_asked_again()
    {
        var dead = Enumerable.Range(2, 20).Select(n => Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", n));
        var run = Run.Of(Orders.Subscription, [.. dead, .. Enumerable.Range(1, 20).Select(n => Refused<RotateToken>(401, nth: n))]);
        Assert.Equal("W W Gi I Gq Q Go <> C O I Q O R O I Q O R O", run.Guide);
        Assert.Collection(Assert.IsType<Progress.Partial>(run.End).Result.Payments, p => Assert.IsType<Outcome.Paid>(p), Lost, Lost);

        static void Lost(Outcome payment) => Assert.Equal(Reason.Codes.ConsentLost, Assert.IsType<Outcome.Unpaid>(payment).Reason.Code);
    }

    [Fact]
    public void A_period_that_would_cost_more_than_was_agreed_to_is_not_paid_and_not_retried_for_ever()
    {
        var run = Run.Of(Orders.Subscription with { DebitLimit = null }, 1, null);
        Assert.Collection(Assert.IsType<Progress.Partial>(run.End).Result.Payments, p => Assert.IsType<Outcome.Paid>(p), Dear, Dear);

        static void Dear(Outcome payment) => Assert.Equal(Reason.Codes.QuoteTooDear, Assert.IsType<Outcome.Unpaid>(payment).Reason.Code);
    }

    [Fact]
    public void A_limit_under_which_not_even_the_first_period_could_be_paid_is_told_before_anyone_is_asked()
    {
        var run = Run.Of(Orders.Subscription with { DebitLimit = Given.Euros(11_319) });
        Assert.Equal(("W W Gi I Gq Q", Reason.Codes.QuoteTooDear, Fault.Order), (run.Guide, run.Summary.Reason?.Code, run.Summary.Reason?.Fault));
        Assert.IsType<Progress.Completed>(Run.Of(Orders.Subscription with { DebitLimit = Given.Euros(11_320) }).End);
    }

    [Fact]
    public void With_a_token_that_dies_in_every_period_each_is_paid_once()
    {
        Assert.Equal("W W Gi I Go <> C O I R I O R O I R I O R O", Run.Of(Orders.RecurringFixedDebit, 0, TimeSpan.FromMinutes(10)).Guide);
        Assert.Equal("W W Go <> C Gi I Gq Q O I R I Q R Q O R O I R I Q R Q O R O", Run.Of(Orders.RecurringFixedReceive, 0, TimeSpan.FromMinutes(10)).Guide);
    }

    [Fact]
    public void A_year_of_payments_leaves_a_line_each()
    {
        var run = Run.Of(Orders.Subscription with { Interval = "R12/2026-12-01T00:00:00Z/P1M" });
        Assert.Equal(12, run.Books.Outgoing.Count);
        Assert.InRange(run.States.Max(state => state.Progress is Progress.Asking p ? p.Learnt.Count : 0), 12, 8 + 12 + 5);
    }
}

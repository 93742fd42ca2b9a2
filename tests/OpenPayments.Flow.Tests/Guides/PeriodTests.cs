using Xunit;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>Recurring payments: each period is paid once or reported; a failed one is tried again inside its window.</summary>
public sealed class PeriodTests
{
    /// <summary>The sender has no funds.</summary>
    private static readonly Scripted NoFunds =
        Changed<GetOutgoingPayment, Generated.OutgoingPayment>(payment => payment with { Failed = true, SentAmount = Given.Euros(0) });

    /// <summary>The receiver shows nothing for such a payment.</summary>
    private static readonly Scripted NothingArrives = Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(0)));

    private static readonly Scripted TokenDies = Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", 2).Forever;

    [Fact]
    public void A_period_that_failed_with_nothing_paid_is_tried_again_inside_its_window()
    {
        var run = Run.Of(Orders.Subscription with { Interval = Orders.Once }, NoFunds, NothingArrives);
        Assert.Equal("W W Gi I Gq Q Go <> C O I Q O", run.Guide);
        Assert.IsType<Progress.Completed>(run.End);
        var scheduled = run.States.First(
            state => state.Progress is Progress.Asking { Stage: Pausing { Until: var until } } && until > Given.Noon);
        Assert.Equal((FlowStatus.Scheduled, Reason.Codes.PaymentFailed),
            (FlowSummary.Of(scheduled).Status, FlowSummary.Of(scheduled).Reason?.Code));
    }

    [Fact]
    public void The_pauses_between_attempts_double_from_a_200th_of_the_window_and_end_with_the_eighth()
    {
        var run = Run.Of(Orders.RecurringFixedReceive with { Interval = Orders.Once }, NoFunds.Forever, NothingArrives.Forever);
        Assert.Equal(8, run.Requests<CreateOutgoingPayment>().Count);
        Assert.Equal(Reason.Codes.PaymentFailed, Assert.IsType<Progress.Failed>(run.End).Reason.Code);
        var until = run.Waits.Where(at => at > Given.Noon.AddHours(1)).Distinct().ToList();
        Assert.InRange(until[0] - Given.Noon, TimeSpan.FromDays(31) / 200, (TimeSpan.FromDays(31) / 200) + TimeSpan.FromMinutes(1));
        Assert.Equal(7, until.Count);
        Assert.All(Enumerable.Range(2, 5), n => Assert.Equal(2, (until[n] - until[n - 1]) / (until[n - 1] - until[n - 2]), 0.01));
    }

    [Fact]
    public void Attempts_end_with_the_window()
    {
        var run = Run.Of(Orders.RecurringFixedReceive with { Interval = "R2/2026-12-01T11:59:00Z/PT2M" },
            Refused<CreateQuote>(400).Forever);
        Assert.Equal((0, 2), (run.Result.Totals?.Paid, run.Result.Totals?.Unpaid));
        Assert.InRange(run.Now, Given.Noon.AddMinutes(1), Given.Noon.AddMinutes(3));
    }

    [Fact]
    public void A_period_that_may_have_been_paid_is_not_tried_again_and_the_next_goes_on()
    {
        var run = Run.Of(Orders.RecurringFixedReceive,
            Lost<CreateOutgoingPayment>(), Refused<ListOutgoingPayments>(404).Forever,
                Refused<GetIncomingPayment>(500) with { Until = 300 });
        Assert.Equal((1, 2), (run.Result.Totals?.Unknown, run.Result.Totals?.Paid));
        Assert.Collection(run.Outcomes, p => Assert.IsType<Outcome.Unknown>(p), p => Assert.IsType<Outcome.Paid>(p), p =>
            Assert.IsType<Outcome.Paid>(p));
        Assert.Equal(Reason.Codes.SettlementUnknown, Assert.IsType<Progress.Uncertain>(run.End).Reason.Code);
    }

    [Fact]
    public void A_window_that_went_by_is_reported_and_never_paid_later()
    {
        var run = Run.Of(Orders.RecurringFixedDebit with { Interval = "R3/2026-10-01T00:00:00Z/P1M" });
        Assert.IsType<Progress.Partial>(run.End);
        Assert.Equal((1, 2, 2), (run.Result.Totals?.Paid, run.Result.Totals?.Unpaid, run.Result.Totals?.Exceptions.Count));
        Assert.All(run.Result.Totals!.Exceptions, one =>
        {
            var unpaid = Assert.IsType<Outcome.Unpaid>(one.Outcome);
            Assert.Equal((Reason.Codes.WindowMissed, "schedule", null), (unpaid.Reason.Code, unpaid.Reason.Step, unpaid.At));
        });
    }

    [Fact]
    public void What_was_prepared_before_consent_is_paid_in_the_first_window_only_while_it_lives()
    {
        var once = Orders.Subscription with { Interval = Orders.Once };
        Assert.Equal("W W Gi I Gq Q Go <> C I Q O", Run.Of(once, SlowPayer(TimeSpan.FromMinutes(6))).Guide);
        Assert.Equal("W W Gi I Gq Q Go <> C I Q O", Run.Of(once with { Interval = "R1/2027-01-01T00:00:00Z/P1M" }).Guide);
        var debit = Orders.RecurringFixedDebit with { Interval = Orders.Once };
        Assert.Equal("W W Gi I Go <> C I O", Run.Of(debit, SlowPayer(TimeSpan.FromMinutes(31))).Guide);
        var receive = Orders.RecurringFixedReceive with { Interval = Orders.Once };
        Assert.Equal("W W Go <> C Gi I Gq I Q O", Run.Of(receive, Slow<RequestGrant>(TimeSpan.FromMinutes(31), 3)).Guide);
    }

    [Fact]
    public void What_is_prepared_for_a_window_expires_within_it()
    {
        var windows = Recurrence.Parse(Orders.Monthly)
            .Match(Right: r => r.Windows.ToList(), Left: error => throw new InvalidOperationException(error.Why));
        var expiries = Run.Of(Orders.RecurringFixedDebit).Requests<CreateIncomingPayment>().Select(ask => ask.Body.ExpiresAt).ToList();
        Assert.All(windows.Zip(expiries), pair => Assert.InRange(pair.Item2!.Value, pair.Item1.Start.AddMinutes(30), pair.Item1.End));
        var narrow = Run.Of(Orders.RecurringFixedReceive with { Interval = "R1/2026-12-01T12:01:00Z/PT2M" })
            .Requests<CreateIncomingPayment>();
        Assert.Equal(Given.Noon.AddMinutes(3), narrow[^1].Body.ExpiresAt);
    }

    [Fact]
    public void A_consent_that_was_revoked_is_reported_in_each_period_that_is_left_and_nobody_is_asked_again()
    {
        var run = Run.Of(Orders.Subscription with { Interval = "R2/2026-12-01T00:00:00Z/P1M" }, TokenDies,
            Refused<RotateToken>(401).Forever);
        Assert.Single(run.Requests<Step<FlowState>.Await>());
        Assert.IsType<Progress.Partial>(run.End);
        Assert.Collection(run.Outcomes, p => Assert.IsType<Outcome.Paid>(p),
            p => Assert.Equal(Reason.Codes.ConsentLost, Assert.IsType<Outcome.Unpaid>(p).Reason.Code));
    }

    [Fact]
    public void A_period_that_would_cost_more_than_was_agreed_to_is_not_paid_and_not_tried_for_ever()
    {
        var run = Run.Of(new Scenario(Orders.Subscription with { DebitLimit = null }) { Drift = 1 });
        Assert.Single(run.Records.Outgoing);
        Assert.IsType<Progress.Partial>(run.End);
        Assert.All(run.Outcomes.Skip(1), p => Assert.Equal(Reason.Codes.QuoteTooDear, Assert.IsType<Outcome.Unpaid>(p).Reason.Code));
    }

    [Fact]
    public void With_a_token_that_dies_in_every_period_each_is_paid_once()
    {
        Assert.Equal("W W Gi I Go <> C O I R I O R O I R I O R O", Dying(Orders.RecurringFixedDebit).Guide);
        Assert.Equal("W W Go <> C Gi I Gq Q O I R I Q R Q O R O I R I Q R Q O R O", Dying(Orders.RecurringFixedReceive).Guide);

        static Run Dying(Order order) => Run.Of(new Scenario(order) { TokensLast = TimeSpan.FromMinutes(10) });
    }

    [Fact]
    public void Each_payment_is_told_once_when_it_is_over_and_then_a_year_leaves_one_line_and_ten_years_no_more()
    {
        var year = Run.Of(Orders.Subscription with { Interval = "R12/2026-12-01T00:00:00Z/P1M" });
        Assert.Equal((12, 12), (year.Records.Outgoing.Count, year.Outcomes.Count));
        Assert.Equal(Given.Euros(12 * 11_320), year.Result.Totals?.Debited);
        var decade = Run.Of(Orders.Subscription with { Interval = "R120/2026-12-01T00:00:00Z/P1M" });
        Assert.Equal((120, 0), (decade.Result.Totals?.Paid, decade.Result.Totals?.Exceptions.Count));
        Assert.Equal(Longest(year), Longest(decade));
        Assert.InRange(decade.States.Max(state => FlowJson.Write(state).Length), 1, 12 * 1024);

        static int Longest(Run run) => run.States.Max(state => state.Progress is Progress.Asking p ? p.Journal.Entries.Count : 0);
    }
}

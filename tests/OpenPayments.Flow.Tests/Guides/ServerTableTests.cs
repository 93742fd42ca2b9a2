using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Flow.Tests.Guides.Trouble;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>The table of what the reference server guarantees, row by row: what a whole flow makes of it. The pieces' own examples go into detail.</summary>
public sealed class ServerTableTests
{
    private const string Guide = "W W Gi I Gq Q Go <> C O";

    [Fact]
    public void An_outgoing_payment_from_a_quote_is_looked_for_by_its_quote_before_it_is_sent_again()
    {
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O L", Unanswered<CreateOutgoingPayment>());
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O L O", Lost<CreateOutgoingPayment>());
    }

    [Fact]
    public void An_outgoing_payment_from_an_incoming_payment_is_never_sent_again_blindly()
    {
        var once = Orders.RecurringFixedDebit with { Interval = "R1/2026-12-01T00:00:00Z/P1M" };
        PaysOnce(once, "W W Gi I Go <> C O L", Unanswered<CreateOutgoingPayment>());
        var run = PaysOnce(once, "W W Gi I Go <> C O L L I O", Lost<CreateOutgoingPayment>());
        var (first, second) = (run.Asked<CreateOutgoingPayment>()[0], run.Asked<CreateOutgoingPayment>()[1]);
        Assert.NotEqual(Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(first.Body).IncomingPayment, Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(second.Body).IncomingPayment);
    }

    [Fact]
    public void A_201_is_no_payment_and_a_failure_may_follow_it()
    {
        var run = Run.Of(Orders.OneTime, Said<GetOutgoingPayment>(Examples.Bodies.Outgoing(0, failed: true)));
        Assert.Equal((Guide, Reason.Codes.PaymentFailed), (run.Guide, Assert.IsType<Progress.Failed>(run.End).Reason.Code));
        var slow = Run.Of(Orders.OneTime, [.. Enumerable.Range(1, 9).Select(n => Said<GetOutgoingPayment>(Examples.Bodies.Outgoing(0), n))]);
        Assert.Equal(10, slow.Asked<GetOutgoingPayment>().Count);
        Assert.IsType<Progress.Completed>(slow.End);
    }

    [Fact]
    public void What_was_sent_need_not_reach_what_is_debited_for_the_receiver_to_be_paid()
    {
        var receipt = Assert.IsType<Outcome.Paid>(Assert.Single(Run.Of(Orders.OneTime).Summary.Payments)).Receipt;
        Assert.True(receipt.Sent?.Value < receipt.Debit.Value);
        Assert.Equal(receipt.Receive, receipt.Received);
    }

    [Fact]
    public void A_quote_is_valid_for_five_minutes_and_then_another_is_asked_for() => PaysOnce(Orders.OneTime, "W W Gi I Gq Q Q Go <> C O", Slow<DrawNonce>(TimeSpan.FromMinutes(5)));

    [Fact]
    public void A_quote_below_the_fees_ends_the_flow_with_what_would_be_enough()
    {
        var run = Run.Of(Orders.OneTime, Refused<CreateQuote>(400, "400", "non-positive receive amount"));
        Assert.Equal(("W W Gi I Gq Q", Reason.Codes.AmountTooSmall), (run.Guide, run.Summary.Reason?.Code));
    }

    [Fact]
    public void An_incoming_payment_whose_creation_was_not_answered_is_created_again_and_the_orphan_is_left_to_expire()
    {
        var run = PaysOnce(Orders.OneTime, "W W Gi I I Gq Q Go <> C O", Unanswered<CreateIncomingPayment>());
        Assert.DoesNotContain("incoming-payments/2", run.Summary.IncomingPayment?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incoming_payment_that_vanished_is_no_arrival_and_no_failure()
    {
        var gone = Enumerable.Range(1, 1000).Select(n => Refused<GetIncomingPayment>(401, nth: n)).ToArray();
        var run = Run.Of(Orders.OneTime, gone);
        Assert.Equal(Reason.Codes.SettlementUnknown, Assert.IsType<Progress.Uncertain>(run.End).Reason.Code);
        Assert.InRange(run.Servers.Now - Given.Noon, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
    }

    [Fact]
    public void A_continuation_is_single_shot_so_a_lost_answer_means_asking_for_consent_again_and_saying_so()
    {
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C Go <> C O", Unanswered<ContinueGrant>());
        var second = run.States.Last(state => state.Progress is Progress.Asking { Stage: Consenting.Awaiting });
        Assert.Equal(Reason.Codes.ContinuationLost, FlowSummary.Of(second).Reason?.Code);
    }

    [Fact]
    public void A_grant_is_not_continued_before_its_wait_is_over_and_too_fast_is_waited_for()
    {
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C C O", Refused<ContinueGrant>(400, "too_fast"));
        Assert.Equal([nameof(AwaitInteraction), nameof(Wait), nameof(ContinueGrant), nameof(Wait), nameof(ContinueGrant)], run.Questions.Where(q => q is nameof(AwaitInteraction) or nameof(Wait) or nameof(ContinueGrant)).Take(5));
    }

    [Fact]
    public void An_interaction_that_expired_ends_the_flow_with_nothing_paid()
    {
        var late = Run.Of(Orders.OneTime, Slow<AwaitInteraction>(TimeSpan.FromMinutes(10)));
        Assert.IsType<Progress.Completed>(late.End);
        var gone = Run.Of(Orders.OneTime, [.. Enumerable.Range(1, 700).Select(n => Said<AwaitInteraction>(new InteractionResult.NoReturn(), n))]);
        Assert.Equal(Reason.Codes.ConsentExpired, Assert.IsType<Progress.Failed>(gone.End).Reason.Code);
        Assert.Empty(gone.Books.Outgoing);
    }

    [Theory]
    [InlineData(403, "Inactive Token")]
    [InlineData(401, "Invalid Token")]
    public void A_token_that_expired_or_was_rotated_is_rotated_once_and_the_call_made_again(int status, string words) =>
        PaysOnce(Orders.OneTime, "W W Gi I R I Gq Q Go <> C O", Refused<CreateIncomingPayment>(status, $"{status}", words));

    [Fact]
    public void A_token_that_was_revoked_means_a_new_grant_or_asking_the_payer_again()
    {
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q R Gq Q Go <> C O", Refused<CreateQuote>(403, "403", "Inactive Token"), Refused<RotateToken>(401, "invalid_rotation"));
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O R O Q Go <> C O",
            Refused<CreateOutgoingPayment>(403, "403", "Inactive Token"), Refused<RotateToken>(401, "invalid_rotation"), Refused<CreateOutgoingPayment>(403, "403", "Inactive Token", nth: 2));
        Assert.Equal(Reason.Codes.ConsentLost, FlowSummary.Of(run.States.Last(state => state.Progress is Progress.Asking { Stage: Consenting.Awaiting })).Reason?.Code);
    }

    [Fact]
    public void A_grants_limit_that_is_exceeded_is_told_apart_from_a_dead_token()
    {
        var run = Run.Of(Orders.OneTime, Refused<CreateOutgoingPayment>(403, "403", "unauthorized"));
        Assert.Equal((Guide, Reason.Codes.LimitExceeded), (run.Guide, run.Summary.Reason?.Code));
    }

    [Fact]
    public void Of_two_rotations_exactly_one_wins_and_who_lost_the_answer_to_its_own_asks_for_a_new_grant() =>
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q R R Gq Q Go <> C O", Refused<CreateQuote>(403, "403", "Inactive Token"), Unanswered<RotateToken>());

    [Fact]
    public void A_list_is_read_by_its_cursors_to_its_end_and_items_are_known_by_their_quote()
    {
        var first = Examples.Bodies.Page("next", Examples.Bodies.Outgoing(0, quote: new Uri("https://cloudnine.example/tenant/quotes/other")));
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O L L", Unanswered<CreateOutgoingPayment>(), Said<ListOutgoingPayments>(first));
        Assert.Equal([null, "next"], run.Asked<ListOutgoingPayments>().Select(ask => ask.Cursor));
    }

    [Fact]
    public void An_unknown_id_is_a_401_which_is_taken_for_a_dead_token_once_and_then_believed()
    {
        var run = PaysOnce(Orders.OneTime, "W W Gi I Gq Q Go <> C O R", Refused<GetOutgoingPayment>(401), Refused<GetOutgoingPayment>(401, nth: 2));
        Assert.Equal(3, run.Asked<GetOutgoingPayment>().Count);
    }

    [Fact]
    public void An_interval_of_n_is_paid_n_times_though_the_server_would_allow_one_more() =>
        Assert.Equal(2, Run.Of(Orders.Subscription with { Interval = "R2/2026-12-01T00:00:00Z/P1M" }).Books.Outgoing.Count);

    [Fact]
    public void Error_bodies_are_told_apart_by_their_description_and_undeclared_statuses_are_answers_too()
    {
        foreach (var status in new[] { 400, 404, 409, 418 })
            Assert.Contains($"({status}", Assert.IsType<Progress.Failed>(Run.Of(Orders.OneTime, Refused<CreateQuote>(status)).End).Reason.Detail, StringComparison.Ordinal);
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Q Go <> C O", Refused<CreateQuote>(500));
    }

    [Fact]
    public void Whatever_is_safe_to_send_again_is_sent_again_after_silence()
    {
        PaysOnce(Orders.OneTime, "W W W Gi I Gq Q Go <> C O", Lost<GetWalletAddress>());
        PaysOnce(Orders.OneTime, "W W Gi Gi I Gq Q Go <> C O", Unanswered<RequestGrant>());
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Q Go <> C O", Unanswered<CreateQuote>());
        PaysOnce(Orders.OneTime, Guide, Lost<GetOutgoingPayment>());
        PaysOnce(Orders.OneTime, Guide, Lost<GetIncomingPayment>());
    }

    [Fact]
    public void Continue_rotate_and_the_creation_of_an_outgoing_payment_are_never_sent_again_blindly()
    {
        Assert.False(Stages.Continuing.Next().Harmless);
        Assert.False(Stages.Creating.Next().Harmless);
        Assert.False(PlanMachine.Next(Orders.OneTime.ToPlan(), new Progress.Rotating(Given.Quoting.Token, new Progress.Asking([], Stages.Quoting))).Harmless);
        Assert.All(Stages.All.Where(stage => stage is not (Consenting.Continuing or Paying.Creating)), stage => Assert.True(stage.Next().Harmless));
    }

    private static Run PaysOnce(Order order, string sequence, params Trouble[] troubles)
    {
        var run = Run.Of(order, troubles);
        Assert.Equal(sequence, run.Guide);
        Assert.Single(run.Books.Outgoing);
        Assert.IsType<Progress.Completed>(run.End);
        return run;
    }
}

using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Flow.Tests.Guides.OnePayment;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>
/// The table of what the reference server guarantees, its rows about payments, quotes and lists: what a whole flow makes of them.
/// </summary>
public sealed class ServerTableTests
{
    private const string Guide = "W W Gi I Gq Q Go <> C O";

    /// <summary>The sender's own payment, completed with nothing sent, as of an order that it does not name.</summary>
    private static readonly OutgoingPayment Nothing = Bodies.Outgoing(0);

    [Fact]
    public void An_outgoing_payment_from_a_quote_is_made_once_so_the_list_is_asked_and_then_the_same_request_sent_again()
    {
        PaysOnce(Orders.OneTime, Guide + " L", Unanswered<CreateOutgoingPayment>());
        PaysOnce(Orders.OneTime, Guide + " L O", Lost<CreateOutgoingPayment>());
    }

    [Fact]
    public void An_outgoing_payment_from_an_incoming_payment_is_never_sent_again()
    {
        var once = Orders.RecurringFixedDebit with { Interval = Orders.Once };
        PaysOnce(once, "W W Gi I Go <> C O L", Unanswered<CreateOutgoingPayment>());
        var sent = Run.Of(once, Lost<CreateOutgoingPayment>()).Requests<CreateOutgoingPayment>();
        Assert.Equal(2, sent.Select(ask => Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(ask.Body).IncomingPayment)
            .Distinct().Count());
    }

    [Fact]
    public void A_201_is_no_payment_and_a_failure_may_follow_it()
    {
        var failed = Changed<GetOutgoingPayment, OutgoingPayment>(payment => payment with { Failed = true, SentAmount = Given.Euros(0) });
        var run = Run.Of(Orders.OneTime, failed, Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(0))));
        Assert.Equal((Guide, Reason.Codes.PaymentFailed), (run.Guide, Assert.IsType<Progress.Failed>(run.End).Reason.Code));
        var nothing = Changed<GetOutgoingPayment, OutgoingPayment>(
            payment => payment with { SentAmount = Given.Euros(0) }) with
        { Until = 9 };
        var slow = Run.Of(Orders.OneTime, nothing, Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(0))) with { Until = 6 });
        Assert.Equal(10, slow.Requests<GetOutgoingPayment>().Count);
        Assert.IsType<Progress.Completed>(slow.End);
    }

    [Fact]
    public void A_receiver_that_could_not_be_read_while_sending_shows_only_at_the_receivers()
    {
        var run = Run.Of(Orders.OneTime, Answers<GetOutgoingPayment>(Nothing).Forever,
            Answers<GetIncomingPayment>(Bodies.Public(Given.Dollars(0))).Forever);
        Assert.Equal(Reason.Codes.PaymentContradicted, Assert.IsType<Progress.Uncertain>(run.End).Reason.Code);
        var sent = Changed<GetOutgoingPayment, OutgoingPayment>(payment => payment with { SentAmount = Given.Euros(0) }).Forever;
        Assert.IsType<Progress.Completed>(Run.Of(Orders.OneTime, sent).End);
    }

    [Fact]
    public void What_was_sent_need_not_reach_what_is_debited_for_the_receiver_to_be_paid()
    {
        var receipt = Assert.IsType<Outcome.Paid>(Assert.Single(Run.Of(Orders.OneTime).Summary.Payments)).Receipt;
        Assert.True(receipt.Sent?.Value < receipt.Debit.Value);
        Assert.Equal(receipt.Receive, receipt.Received);
    }

    [Fact]
    public void A_quote_is_valid_for_five_minutes_and_then_another_is_asked_for() =>
        PaysOnce(Orders.OneTime, "W W Gi I Gq Q Q Go <> C O", SlowDraw(TimeSpan.FromMinutes(5)));

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
        var run = Run.Of(Orders.OneTime, Refused<GetIncomingPayment>(401).Forever);
        Assert.Equal(Reason.Codes.SettlementUnknown, Assert.IsType<Progress.Uncertain>(run.End).Reason.Code);
        Assert.InRange(run.Now - Given.Noon, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
    }

    [Fact]
    public void A_list_is_read_by_its_cursors_a_hundred_a_page_and_items_are_known_by_their_receiver_or_quote()
    {
        var run = PaysOnce(Orders.OneTime, Guide + " L L", Unanswered<CreateOutgoingPayment>(),
            Answers<ListOutgoingPayments>(Bodies.Page("next", Bodies.Foreign(Given.Noon.AddHours(1)))));
        Assert.Equal([null, "next"], run.Requests<ListOutgoingPayments>().Select(ask => ask.Cursor));
        Assert.All(run.Requests<ListOutgoingPayments>(), ask => Assert.Equal(100, ask.First));
    }

    [Fact]
    public void The_public_view_of_an_incoming_payment_is_a_witness_that_needs_no_token() =>
        PaysOnce(Orders.OneTime, Guide, Refused<GetIncomingPayment>(403), Refused<GetOutgoingPayment>(500).Forever);

    [Fact]
    public void An_interval_of_n_is_paid_n_times_though_the_server_would_allow_one_more() =>
        Assert.Equal(2, Run.Of(Orders.Subscription with { Interval = "R2/2026-12-01T00:00:00Z/P1M" }).Records.Outgoing.Count);

    [Fact]
    public void Error_bodies_are_told_apart_by_their_description_and_undeclared_statuses_are_answers_too()
    {
        foreach (var status in new[] { 400, 404, 409, 418 })
            Assert.Contains($"({status}",
                Assert.IsType<Progress.Failed>(Run.Of(Orders.OneTime, Refused<CreateQuote>(status)).End).Reason.Detail,
                StringComparison.Ordinal);
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
}

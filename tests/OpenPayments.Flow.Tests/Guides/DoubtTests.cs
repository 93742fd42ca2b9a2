using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Flow.Tests.Guides.OnePayment;
using static OpenPayments.Flow.Tests.Guides.Scripted;

namespace OpenPayments.Flow.Tests.Guides;

/// <summary>A payment in doubt, as a whole flow resolves it: every witness is asked, and one payment is made at most.</summary>
public sealed class DoubtTests
{
    private const string Guide = "W W Gi I Gq Q Go <> C";

    /// <summary>A list that never shows the payment.</summary>
    private static readonly Scripted Hidden = Answers<ListOutgoingPayments>(Bodies.Page(null)).Forever;

    private static readonly RecurringFixedDebit WithoutQuote = Orders.RecurringFixedDebit with { Interval = Orders.Once };

    [Fact]
    public void A_payment_whose_answer_was_lost_is_found_in_the_list_and_with_the_optional_quote_left_out_by_its_receiver()
    {
        PaysOnce(Orders.OneTime, Guide + " O L", Unanswered<CreateOutgoingPayment>());
        PaysOnce(Orders.OneTime, Guide + " O L", Unanswered<CreateOutgoingPayment>(), List(payment => payment with { QuoteId = null }));
        PaysOnce(Orders.OneTime, Guide + " O L", Unanswered<CreateOutgoingPayment>(),
            List(payment => payment with { QuoteId = new Uri(payment.QuoteId!.OriginalString.ToUpperInvariant()) }));
    }

    [Fact]
    public void A_list_that_lags_is_asked_again_and_the_same_quote_makes_no_second_payment()
    {
        PaysOnce(Orders.OneTime, Guide + " O L O L", Unanswered<CreateOutgoingPayment>(), Answers<ListOutgoingPayments>(Bodies.Page(null)));
        PaysOnce(Orders.OneTime, Guide + " O L O", Lost<CreateOutgoingPayment>());
    }

    [Fact]
    public void A_list_that_never_shows_it_is_no_proof_and_the_receivers_side_settles_it()
    {
        var run = PaysOnce(Orders.OneTime, Guide + " O L O L", Unanswered<CreateOutgoingPayment>(), Hidden);
        var receipt = Assert.IsType<Outcome.Paid>(run.Result.Payments[0]).Receipt;
        Assert.Equal((null, Given.Dollars(1000)), (receipt.OutgoingPayment, receipt.Received));
    }

    [Fact]
    public void A_request_that_was_delivered_twice_and_refused_as_used_is_looked_for_and_no_new_quote_is_paid()
    {
        PaysOnce(Orders.OneTime, Guide + " O L", Denied<CreateOutgoingPayment>(400, "invalid quote"));
        PaysOnce(Orders.OneTime, Guide + " O L", Denied<CreateOutgoingPayment>(400, "invalid quote"), Hidden);
        PaysOnce(Orders.OneTime, Guide + " O L", Denied<CreateOutgoingPayment>(500));
    }

    [Fact]
    public void A_list_that_is_down_for_longer_than_the_quote_lives_is_waited_for_and_the_receiver_asked_meanwhile()
    {
        var run = PaysOnce(Orders.OneTime, null, Unanswered<CreateOutgoingPayment>(), Refused<CreateOutgoingPayment>(503, nth: 2).Forever,
            Refused<ListOutgoingPayments>(503) with { Until = 30 }, Refused<GetIncomingPayment>(503) with { Until = 20 });
        Assert.InRange(run.Now - Given.Noon, TimeSpan.FromMinutes(5), TimeSpan.FromHours(3));
        Assert.Contains(run.States, state => FlowSummary.Of(state).Reason?.Code == Reason.Codes.PaymentInDoubt);
    }

    [Fact]
    public void A_dead_token_at_the_list_leaves_what_anyone_may_see_at_the_receivers()
    {
        var run = PaysOnce(Orders.OneTime, null, Unanswered<CreateOutgoingPayment>(), Refused<CreateOutgoingPayment>(403, nth: 2).Forever,
            Refused<ListOutgoingPayments>(403).Forever, Refused<RotateToken>(401).Forever, Refused<GetIncomingPayment>(403));
        Assert.Contains(run.Requests<GetIncomingPayment>(), ask => ask.Token is null);
    }

    [Fact]
    public void A_creation_that_is_answered_503_is_sent_again_for_as_long_as_its_quote_lives()
    {
        var run = Run.Of(Orders.OneTime, Refused<CreateOutgoingPayment>(503).Forever);
        var sent = run.States.Zip(run.Times).Where(pair => pair.Item1.Progress is Progress.Asking { Stage: CreatingOutgoingPayment })
            .Select(pair => pair.Item2).ToList();
        Assert.InRange(sent[^1] - sent[0], TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5));
        Assert.InRange(sent.Count, 6, 12);
    }

    [Fact]
    public void Without_a_quote_it_is_sent_once_and_only_the_end_of_its_incoming_payment_says_that_it_was_not_made()
    {
        PaysOnce(WithoutQuote, "W W Gi I Go <> C O L", Unanswered<CreateOutgoingPayment>());
        PaysOnce(WithoutQuote, "W W Gi I Go <> C O L L", Unanswered<CreateOutgoingPayment>(),
            Answers<ListOutgoingPayments>(Bodies.Page(null)));
        var hidden = Run.Of(WithoutQuote, Unanswered<CreateOutgoingPayment>(), Hidden);
        Assert.Equal(Given.Dollars(1000), Assert.IsType<Outcome.Unknown>(Assert.Single(hidden.Outcomes)).Receipt.Received);
        var run = Run.Of(WithoutQuote, Lost<CreateOutgoingPayment>());
        var bodies = run.Requests<CreateOutgoingPayment>()
            .Select(ask => Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(ask.Body)).ToList();
        Assert.Equal((2, 2, 1), (bodies.Count, bodies.Select(body => body.IncomingPayment).Distinct().Count(), run.Records.Outgoing.Count));
        var again = run.States.Zip(run.Times).Last(pair => pair.Item1.Progress is Progress.Asking { Stage: CreatingOutgoingPayment });
        Assert.InRange(again.Item2 - Given.Noon, TimeSpan.FromMinutes(30), TimeSpan.FromDays(1));
        Assert.IsType<Progress.Completed>(run.End);
    }

    [Fact]
    public void What_no_witness_tells_for_a_day_is_uncertain_and_says_where_to_look()
    {
        var run = Run.Of(Orders.OneTime, Unanswered<CreateOutgoingPayment>(), Refused<CreateOutgoingPayment>(503, nth: 2).Forever,
            Refused<ListOutgoingPayments>(404).Forever, Refused<GetIncomingPayment>(500).Forever);
        var reason = Assert.IsType<Progress.Uncertain>(run.End).Reason;
        Assert.Equal(Reason.Codes.PaymentUnknown, reason.Code);
        Assert.Contains(run.Summary.IncomingPayment!.OriginalString, reason.Advice, StringComparison.Ordinal);
        Assert.InRange(run.Now - Given.Noon, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
    }

    [Fact]
    public void A_payer_with_thousands_of_payments_is_searched_in_pages_of_a_hundred()
    {
        var pages = Enumerable.Range(1, 29)
            .Select(n => Answers<ListOutgoingPayments>(
            Bodies.Page($"{n}", [.. Enumerable.Repeat(Bodies.Foreign(Given.Noon.AddHours(1)), 100)]), n));
        var run = PaysOnce(Orders.OneTime, null, [Unanswered<CreateOutgoingPayment>(), .. pages]);
        Assert.Equal(30, run.Requests<ListOutgoingPayments>().Count);
        Assert.All(run.Requests<ListOutgoingPayments>(), ask => Assert.Equal(100, ask.First));
    }

    private static Scripted List(Func<OutgoingPayment, OutgoingPayment> change) =>
        Changed<ListOutgoingPayments, ListOutgoingPaymentsResponse>(
        page => page with { Result = [.. page.Result!.Select(change)] }).Forever;
}

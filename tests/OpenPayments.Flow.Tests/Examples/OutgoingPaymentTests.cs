using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class OutgoingPaymentTests
{
    private static readonly Uri Another = new("https://cloudnine.example/tenant/quotes/other");

    [Fact]
    public void Once_it_is_created_it_is_followed() => Assert.Equal(Given.Following, Given.Paying.After(Said.Yes(Bodies.Created())));

    [Fact]
    public void A_lost_creation_is_looked_for_before_anything_else() => Assert.Equal(Given.Looking, Given.Paying.After(Said.Silence<OutgoingPaymentWithSpentAmounts>()));

    [Theory]
    [InlineData(500, null)]
    [InlineData(502, "bad_gateway")]
    [InlineData(408, null)]
    [InlineData(201, Refusal.Codes.Unreadable)]
    [InlineData(204, null)]
    [InlineData(303, null)]
    public void A_creation_whose_answer_does_not_say_is_looked_for(int status, string? code) =>
        Assert.True(Assert.IsType<Payment.Looking>(Given.Paying.After(Said.No<OutgoingPaymentWithSpentAmounts>(status, code))).Doubt);

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    public void Invalid_quote_is_not_believed_before_looking(int status)
    {
        var looking = Assert.IsType<Payment.Looking>(Given.Paying.After(Said.No<OutgoingPaymentWithSpentAmounts>(status, "400", "invalid quote")));
        Assert.False(looking.Doubt);
        Assert.Equal(Given.Following, looking.After(Said.Yes(Bodies.Page(null, Bodies.Outgoing(0)))));
    }

    [Fact]
    public void Invalid_quote_and_no_payment_of_it_means_a_new_quote()
    {
        var looking = Given.Paying.After(Said.No<OutgoingPaymentWithSpentAmounts>(400, "400", "invalid quote"));
        var quoting = Assert.IsType<Payment.GrantingQuote>(looking.After(Said.Yes(Bodies.Page(null))));
        Assert.Equal((2, Given.Consent), (quoting.Number, quoting.Consent));
    }

    [Fact]
    public void Invalid_quote_for_the_third_quote_ends_the_payment_with_what_the_server_said()
    {
        var third = Given.Paying with { Quote = Given.Quote with { Number = 3 } };
        var failed = Assert.IsType<Payment.Failed>(third.After(Said.No<OutgoingPaymentWithSpentAmounts>(400, "400", "invalid quote")).After(Said.Yes(Bodies.Page(null))));
        Assert.Contains("invalid quote", failed.Reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_requests_are_asked_again_later() =>
        Assert.Equal(new Payment.Waiting(Given.Noon.AddSeconds(30), Given.Paying with { Tries = 1 }), Given.Paying.After(Said.No<OutgoingPaymentWithSpentAmounts>(429, retryAfter: TimeSpan.FromSeconds(30))));

    [Fact]
    public void A_refusal_when_nothing_else_was_sent_ends_the_payment()
    {
        var failed = Assert.IsType<Payment.Failed>(Given.Paying.After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "unauthorized")));
        Assert.Equal((Reason.Codes.Refused, "outgoing-payment"), (failed.Reason.Code, failed.Reason.Step));
        Assert.Null(failed.Receipt);
    }

    [Fact]
    public void A_refusal_after_a_loss_says_nothing_of_the_first_attempt() =>
        Assert.Equal(Given.Looking, (Given.Paying with { Doubt = true }).After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "unauthorized")));

    [Fact]
    public void A_lost_creation_is_found_in_the_list() =>
        Assert.Equal(Given.Following, Given.Looking.After(Said.Yes(Bodies.Page("more", Bodies.Outgoing(0, quote: Another), Bodies.Outgoing(0)))));

    [Fact]
    public void A_lost_creation_is_found_on_the_third_page()
    {
        var third = Given.Looking.After(Said.Yes(Bodies.Page("two", Bodies.Outgoing(0, quote: Another)))).After(Said.Yes(Bodies.Page("three")));
        Assert.Equal("three", Assert.IsType<ListOutgoingPayments>(third.Asks<ListOutgoingPaymentsResponse>()).Cursor);
        Assert.Equal(Given.Following, third.After(Said.Yes(Bodies.Page(null, Bodies.Outgoing(0)))));
    }

    [Fact]
    public void A_lost_creation_that_is_not_there_yet_is_sent_again_for_the_same_quote()
    {
        var waiting = Assert.IsType<Payment.Waiting>(Given.Looking.After(Said.Yes(Bodies.Page(null))));
        Assert.Equal(Given.Paying with { Doubt = true, Tries = 1 }, waiting.Then);
    }

    [Fact]
    public void Looking_through_many_pages_does_not_begin_the_count_of_attempts_anew()
    {
        var looking = Given.Looking with { Tries = 3 };
        var waiting = Assert.IsType<Payment.Waiting>(looking.After(Said.Yes(Bodies.Page("two"))).After(Said.Yes(Bodies.Page(null))));
        Assert.Equal(4, waiting.Then.Tries);
    }

    [Fact]
    public void When_all_attempts_are_lost_the_flow_waits_for_the_quote_to_die_and_looks_once_more()
    {
        var waiting = Assert.IsType<Payment.Waiting>((Given.Looking with { Tries = 4 }).After(Said.Yes(Bodies.Page(null))));
        Assert.Equal(Given.Noon.AddMinutes(5).AddSeconds(30), waiting.Until);
        Assert.IsType<Payment.Looking>(waiting.Then);
        Assert.IsType<Payment.GrantingQuote>(waiting.Then.After(Said.Yes(Bodies.Page(null), waiting.Until)));
    }

    [Fact]
    public void Another_quote_is_not_paid_before_the_old_one_and_what_was_under_way_are_surely_dead() =>
        Assert.IsType<Payment.Waiting>(Given.Looking.After(Said.Yes(Bodies.Page(null), Given.Noon.AddMinutes(5).AddSeconds(29))));

    [Fact]
    public void A_list_that_was_not_read_to_its_end_proves_nothing()
    {
        var late = Given.Noon.AddHours(1);
        Payment state = Given.Looking with { Doubt = false };
        for (var page = 2; state is Payment.Looking; page++) state = state.After(Said.Yes(Bodies.Page($"{page}"), late));
        Assert.IsType<Payment.Uncertain>(state);
        Assert.IsType<Payment.Uncertain>(Given.Looking.After(Said.Yes(new ListOutgoingPaymentsResponse(), late)));
        Assert.IsType<Payment.Uncertain>(Given.Looking.After(Said.Yes(new ListOutgoingPaymentsResponse { Result = [], Pagination = new PageInfo { HasNextPage = true, HasPreviousPage = false } }, late)));
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2036-12-01T12:00:00Z")]
    public void A_quote_that_lives_for_years_is_not_waited_for(string expiresAt)
    {
        var quote = Given.Quote with { ExpiresAt = DateTimeOffset.Parse(expiresAt, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.IsType<Payment.Uncertain>((Given.Looking with { Quote = quote, Tries = 4 }).After(Said.Yes(Bodies.Page(null))));
    }

    [Fact]
    public void A_list_that_is_refused_leaves_it_uncertain_and_says_where_to_look()
    {
        var uncertain = Assert.IsType<Payment.Uncertain>(Given.Looking.After(Said.No<ListOutgoingPaymentsResponse>(403)));
        Assert.Equal(Reason.Codes.PaymentUnknown, uncertain.Reason.Code);
        Assert.Contains(Given.Incoming.Id.AbsoluteUri, uncertain.Reason.Advice, StringComparison.Ordinal);
        Assert.Null(uncertain.Receipt.OutgoingPayment);
    }

    [Fact]
    public void A_list_that_is_lost_or_overloaded_is_asked_for_again()
    {
        Assert.Equal(Given.Looking with { Tries = 1 }, Assert.IsType<Payment.Waiting>(Given.Looking.After(Said.Silence<ListOutgoingPaymentsResponse>())).Then);
        Assert.Equal(Given.Looking with { Tries = 1 }, Assert.IsType<Payment.Waiting>(Given.Looking.After(Said.No<ListOutgoingPaymentsResponse>(503))).Then);
        Assert.IsType<Payment.Uncertain>((Given.Looking with { Tries = 8 }).After(Said.Silence<ListOutgoingPaymentsResponse>()));
    }
}

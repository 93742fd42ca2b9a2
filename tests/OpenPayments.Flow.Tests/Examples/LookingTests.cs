using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>Looking for a payment of a quote whose creation was not answered.</summary>
public sealed class LookingTests
{
    private static readonly Uri Another = new("https://cloudnine.example/tenant/quotes/other");

    private static readonly Answer<ListOutgoingPaymentsResponse> Nothing = Said.Yes(Bodies.Page(null));

    [Fact]
    public void The_payers_own_payments_are_listed() =>
        Assert.Equal(new ListOutgoingPayments(Given.Alice.ResourceServer, Given.Consent.Token.Value, Given.Alice.Id), Stages.Looking.Asks<ListOutgoingPaymentsResponse>());

    [Fact]
    public void A_lost_creation_is_found_by_its_quote() =>
        Assert.Equal(Given.Made, Stages.Looking.After(Said.Yes(Bodies.Page("more", Bodies.Outgoing(0, quote: Another), Bodies.Outgoing(0)))).Learns<Made>());

    [Fact]
    public void A_lost_creation_is_found_on_the_third_page()
    {
        var third = Stages.Looking.After(Said.Yes(Bodies.Page("two", Bodies.Outgoing(0, quote: Another)))).After(Said.Yes(Bodies.Page("three")));
        Assert.Equal("three", Assert.IsType<ListOutgoingPayments>(third.Stage().Asks<ListOutgoingPaymentsResponse>()).Cursor);
        Assert.Equal(Given.Made, third.After(Said.Yes(Bodies.Page(null, Bodies.Outgoing(0)))).Learns<Made>());
    }

    [Fact]
    public void A_lost_creation_that_is_not_there_yet_is_sent_again_for_the_same_quote() =>
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(1), Stages.Creating with { Doubt = true, Tries = 1 }), Stages.Looking.After(Nothing));

    [Fact]
    public void Looking_through_many_pages_does_not_begin_the_count_of_attempts_anew()
    {
        var waits = (Stages.Looking with { Tries = 3 }).After(Said.Yes(Bodies.Page("two"))).After(Nothing).Waits();
        Assert.Equal(4, waits.Stage.Tries);
    }

    [Fact]
    public void Attempts_to_pay_and_to_look_are_counted_together() =>
        Assert.Equal(3, (Stages.Creating with { Tries = 3 }).After(Said.Silence<OutgoingPaymentWithSpentAmounts>()).Goes<Paying.Looking>().Tries);

    [Fact]
    public void When_all_attempts_are_lost_the_quote_is_waited_for_to_die_and_looked_for_once_more()
    {
        var waits = (Stages.Looking with { Tries = 4, Page = 3, Cursor = "three" }).After(Nothing).Waits();
        Assert.Equal(new Turn.Later(Given.Noon.AddMinutes(5).AddSeconds(30), Stages.Looking with { Tries = 5 }), waits);
        var stale = waits.Stage.After(Said.Yes(Bodies.Page(null), waits.Until)).RunsOut();
        Assert.Equal((Given.Consent, Reason.Codes.PaymentNotMade), (stale.Held, stale.Reason.Code));
    }

    [Fact]
    public void Another_quote_is_not_paid_before_the_old_one_and_what_was_under_way_are_surely_dead()
    {
        var dead = Given.Noon.AddMinutes(5).AddSeconds(30);
        Stages.Looking.After(Said.Yes(Bodies.Page(null), dead.AddTicks(-1))).Waits();
        Stages.Looking.After(Said.Yes(Bodies.Page(null), dead)).RunsOut();
    }

    [Fact]
    public void A_list_that_was_not_read_to_its_end_proves_nothing()
    {
        var late = Given.Noon.AddHours(1);
        Turn turn = new Turn.To(Stages.Looking with { Doubt = false });
        for (var page = 2; turn is Turn.To; page++) turn = turn.After(Said.Yes(Bodies.Page($"{page}"), late));
        Assert.Equal(Reason.Codes.PaymentUnknown, turn.Unknown().Reason.Code);
        Stages.Looking.After(Said.Yes(new ListOutgoingPaymentsResponse(), late)).Unknown();
        Stages.Looking.After(Said.Yes(new ListOutgoingPaymentsResponse { Result = [], Pagination = new PageInfo { HasNextPage = true, HasPreviousPage = false } }, late)).Unknown();
        Assert.Equal(50, (Stages.Looking with { Page = 49 }).After(Said.Yes(Bodies.Page("50"))).Goes<Paying.Looking>().Page);
        (Stages.Looking with { Page = 50 }).After(Said.Yes(Bodies.Page("51"))).Unknown();
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("2036-12-01T12:00:00Z")]
    [InlineData("2026-12-01T13:00:00.0000001Z")]
    public void A_quote_that_lives_for_years_is_not_waited_for(string deadAt) => (Stages.Looking with { Intent = Until(deadAt), Tries = 4 }).After(Nothing).Unknown();

    [Fact]
    public void A_quote_that_lives_for_an_hour_is_waited_for() => (Stages.Looking with { Intent = Until("2026-12-01T13:00:00Z"), Tries = 4 }).After(Nothing).Waits();

    [Fact]
    public void A_quote_without_an_end_is_not_waited_for() => (Stages.Looking with { Intent = Stages.Intent with { DeadAt = null }, Tries = 4 }).After(Nothing).Unknown();

    [Fact]
    public void It_is_not_waited_for_the_end_of_a_quote_again_and_again() => (Stages.Looking with { Tries = 8 }).After(Nothing).Unknown();

    [Fact]
    public void A_list_that_is_refused_leaves_it_uncertain_and_says_where_to_look()
    {
        var unknown = (Stages.Looking with { Renewed = true }).After(Said.No<ListOutgoingPaymentsResponse>(403)).Unknown();
        Assert.Equal(Reason.Codes.PaymentUnknown, unknown.Reason.Code);
        Assert.Contains(Given.Incoming.Id.AbsoluteUri, unknown.Reason.Advice, StringComparison.Ordinal);
        Assert.Equal(new Receipt(Given.Quote.Debit, Given.Quote.Receive, null, null, Given.Incoming.Id, null), unknown.Receipt);
    }

    [Fact]
    public void A_list_whose_token_died_is_asked_for_with_another() =>
        Assert.Equal(new Turn.Rotate(Given.Consent.Token, Stages.Looking with { Renewed = true }), Stages.Looking.After(Said.No<ListOutgoingPaymentsResponse>(403, description: "Inactive Token")));

    [Fact]
    public void A_list_that_is_lost_or_overloaded_is_asked_for_again()
    {
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(1), Stages.Looking with { Tries = 1 }), Stages.Looking.After(Said.Silence<ListOutgoingPaymentsResponse>()));
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(9), Stages.Looking with { Tries = 1 }), Stages.Looking.After(Said.No<ListOutgoingPaymentsResponse>(503, retryAfter: TimeSpan.FromSeconds(9))));
        (Stages.Looking with { Tries = 7 }).After(Said.Silence<ListOutgoingPaymentsResponse>()).Waits();
        (Stages.Looking with { Tries = 8 }).After(Said.Silence<ListOutgoingPaymentsResponse>()).Unknown();
        (Stages.Looking with { Tries = 8 }).After(Said.No<ListOutgoingPaymentsResponse>(503)).Unknown();
    }

    private static Intent Until(string deadAt) => Stages.Intent with { DeadAt = DateTimeOffset.Parse(deadAt, System.Globalization.CultureInfo.InvariantCulture) };
}

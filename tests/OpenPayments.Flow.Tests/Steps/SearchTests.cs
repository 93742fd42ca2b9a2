using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Searching for a payment whose creation was not answered: what a list shows, and what it proves.</summary>
public sealed class SearchTests
{
    private static readonly SearchingOutgoingPayment Searching = Stages.SearchingOutgoingPayment;

    private static readonly Answer<ListOutgoingPaymentsResponse> Nothing = Reply.Body(Bodies.Page(null));

    [Fact]
    public void The_payers_own_payments_are_listed_a_hundred_a_page() => Assert.Equal(
        new ListOutgoingPayments(Given.Alice.ResourceServer, Given.Consent.Token.Value, Given.Alice.Id, null, 100),
            Searching.Sends<ListOutgoingPaymentsResponse>());

    [Fact]
    public void A_payment_is_known_by_its_incoming_payment_where_the_server_does_not_say_its_quote() =>
        Finds(Bodies.Outgoing(0) with { QuoteId = null });

    [Fact]
    public void A_payment_is_known_however_its_quote_and_its_incoming_payment_are_spelt()
    {
        Finds(Bodies.Outgoing(
            0) with
        {
            QuoteId = new Uri("https://CLOUDNINE.example:443/tenant/quotes/%31"),
            Receiver = new Uri("HTTPS://happylife.example/tenant/incoming-payments/1/")
        });
        Finds(Bodies.Outgoing(0) with { QuoteId = null, Receiver = new Uri("https://happylife.example:443/tenant/incoming-payments/%31") });
    }

    [Fact]
    public void A_payment_of_the_same_quote_to_someone_else_is_ours_and_contradicts_the_order()
    {
        var elsewhere = Bodies.Outgoing(0) with { Receiver = Bodies.Foreign().Receiver };
        Assert.Contains("its receiver is", Searching.After(Reply.Body(Bodies.Page(null, elsewhere))).Finds<Outgoing>().Contradiction,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_the_one_that_has_not_failed_is_followed()
    {
        var other = Bodies.Outgoing(0) with { Id = new Uri("https://cloudnine.example/tenant/outgoing-payments/2") };
        Assert.Equal(other.Id,
            Searching.After(Reply.Body(Bodies.Page(null, Bodies.Outgoing(0, failed: true), other))).Finds<Outgoing>().Id);
    }

    [Fact]
    public void It_is_found_on_a_later_page()
    {
        var third = Searching.After(Reply.Body(Bodies.Page("two", Bodies.Foreign())))
            .After(Reply.Body(Bodies.Page("three", Bodies.Foreign())));
        Assert.Equal(("three", 3), third.Goes<SearchingOutgoingPayment>() is var stage ? (stage.Cursor, stage.Page) : default);
        Assert.Equal(Given.Outgoing, third.After(Reply.Body(Bodies.Page(null, Bodies.Outgoing(0)))).Finds<Outgoing>());
    }

    [Fact]
    public void Pages_are_read_no_further_than_what_is_older_than_the_quote()
    {
        var older = Given.Quote.CreatedAt.AddTicks(-1);
        Searching.After(Reply.Body(Bodies.Page("two", Bodies.Foreign(Given.Quote.CreatedAt)))).Goes<SearchingOutgoingPayment>();
        Assert.True(Doubt(Searching.After(Reply.Body(Bodies.Page("two", Bodies.Foreign(), Bodies.Foreign(older))))).Listed);
    }

    [Fact]
    public void Without_a_quote_they_are_read_to_a_day_before_the_request_for_clocks_differ()
    {
        var searching = Searching with { Intent = Given.WithoutQuote };
        searching.After(Reply.Body(Bodies.Page("two", Bodies.Foreign(Given.Noon.AddDays(-1))))).Goes<SearchingOutgoingPayment>();
        Assert.True(Doubt(searching.After(Reply.Body(Bodies.Page("two", Bodies.Foreign(Given.Noon.AddDays(-1).AddTicks(-1)))))).Listed);
    }

    [Fact]
    public void A_payer_with_thousands_of_payments_is_searched_for_a_hundred_pages()
    {
        var newer = Bodies.Page("more", Bodies.Foreign());
        Assert.Equal(100, (Searching with { Page = 99 }).After(Reply.Body(newer)).Goes<SearchingOutgoingPayment>().Page);
        Assert.False(Doubt((Searching with { Page = 100 }).After(Reply.Body(newer))).Listed);
    }

    [Fact]
    public void A_list_that_does_not_say_whether_it_goes_on_was_read_and_one_without_a_result_was_not()
    {
        Assert.True(Doubt(Searching.After(Reply.Body(new ListOutgoingPaymentsResponse { Result = [] }))).Listed);
        Assert.False(Doubt(Searching.After(Reply.Body(new ListOutgoingPaymentsResponse()))).Listed);
        var more = new PageInfo { HasNextPage = true, HasPreviousPage = false };
        Assert.False(Doubt(Searching.After(Reply.Body(new ListOutgoingPaymentsResponse { Result = [], Pagination = more }))).Listed);
    }

    [Fact]
    public void While_the_quote_certainly_lives_the_same_request_is_sent_again_which_makes_one_payment_at_most()
    {
        var waits = Searching.After(Nothing).Waits();
        var again = Assert.IsType<CreatingOutgoingPayment>(waits.Stage);
        Assert.Equal((Given.Noon.AddSeconds(1), Searching.Doubt with { Listed = true }, 1), (waits.Until, again.Doubt, again.Tries));
        Assert.Equal(Stages.CreatingOutgoingPayment, again with { Doubt = null, Tries = 0 });
    }

    [Fact]
    public void Once_the_quote_may_have_run_out_the_receiver_is_asked_instead()
    {
        var end = Given.Quote.CertainUntil;
        Searching.After(Reply.Body(Bodies.Page(null), end.AddSeconds(-1).AddTicks(-1))).Waits();
        Assert.False(Searching.After(Reply.Body(Bodies.Page(null), end.AddSeconds(-1))).Goes<AskingReceiver>().Doubt.MayResend);
    }

    [Fact]
    public void Where_nothing_may_be_sent_again_the_receiver_is_asked()
    {
        (Searching with { Doubt = new Doubt(Given.Noon, MayResend: false) }).After(Nothing).Goes<AskingReceiver>();
        Assert.IsType<CreatingOutgoingPayment>(Searching.After(Reply.Refused<ListOutgoingPaymentsResponse>(503)).Waits().Stage);
    }

    [Fact]
    public void Requests_and_lists_are_counted_together_and_a_token_is_renewed()
    {
        Assert.Equal(3, (Stages.CreatingOutgoingPayment with { Tries = 3 }).After(Reply.Lost<OutgoingPaymentWithSpentAmounts>()).Stage()
            .Tries);
        Assert.Equal(4, (Searching with { Tries = 3 }).After(Reply.Body(Bodies.Page("two"))).After(Nothing).Stage().Tries);
        Assert.Equal(Searching with { Renewed = true }, Searching.After(Reply.DeadToken<ListOutgoingPaymentsResponse>()).Renews());
        (Searching with { Renewed = true }).After(Reply.DeadToken<ListOutgoingPaymentsResponse>()).Waits();
    }

    /// <summary>Of a search that found nothing, with or without a quote.</summary>
    private static Doubt Doubt(Transition transition) => transition.Stage() switch
    {
        CreatingOutgoingPayment s => s.Doubt!,
        AskingReceiver s => s.Doubt,
        var stage => throw new InvalidOperationException($"still searching: {stage}"),
    };

    private static void Finds(OutgoingPayment payment) =>
        Assert.Equal(Given.Outgoing, Searching.After(Reply.Body(Bodies.Page("more", Bodies.Foreign(), payment))).Finds<Outgoing>());
}

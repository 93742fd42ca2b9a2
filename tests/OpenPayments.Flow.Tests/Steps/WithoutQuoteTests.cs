using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>The outgoing payment without a quote: no server protects it from being made twice, so it is sent once.</summary>
public sealed class WithoutQuoteTests
{
    private static readonly CreatingOutgoingPayment Creating = new(Given.WithoutQuote, Given.Consent);

    private static readonly Outgoing Created = Given.Outgoing with { Intent = Given.WithoutQuote };

    [Fact]
    public void It_names_the_incoming_payment_and_the_amount()
    {
        var body = Assert.IsType<CreateOutgoingPaymentRequest.WithIncomingPayment>(
            Creating.Sends<CreateOutgoingPayment, OutgoingPaymentWithSpentAmounts>().Body);
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, Given.Quote.Debit), (body.WalletAddress, body.IncomingPayment, body.DebitAmount));
        Assert.Equal("2.50", body.Metadata?["0"][1].GetRawText());
    }

    [Fact]
    public void What_is_created_says_what_is_to_arrive() =>
        Assert.Equal(Created, Creating.After(Reply.Body(Bodies.Created())).Finds<Outgoing>());

    [Fact]
    public void Silence_leaves_a_doubt_in_which_nothing_is_sent_again()
    {
        var searching = Creating.After(Reply.Lost<OutgoingPaymentWithSpentAmounts>()).Goes<SearchingOutgoingPayment>();
        Assert.Equal(new Doubt(Given.Noon, MayResend: false), searching.Doubt);
        searching.After(Reply.Body(Bodies.Page(null))).Goes<AskingReceiver>();
        searching.After(Reply.Refused<ListOutgoingPaymentsResponse>(503)).Goes<AskingReceiver>();
    }

    [Fact]
    public void It_is_found_by_its_incoming_payment_and_not_by_the_quote_of_another()
    {
        var searching = Creating.After(Reply.Lost<OutgoingPaymentWithSpentAmounts>());
        Assert.Equal(Created, searching.After(Reply.Body(Bodies.Page(null, Bodies.Outgoing(0) with { QuoteId = null }))).Finds<Outgoing>());
        searching.After(Reply.Body(Bodies.Page(null, Bodies.Foreign() with { QuoteId = null }))).Goes<AskingReceiver>();
    }

    [Fact]
    public void Money_that_arrived_is_no_whole_payment_until_the_list_says_how_much_was_to_arrive()
    {
        var asking = Stages.AskingReceiver with { Intent = Given.WithoutQuote };
        var some = Bodies.Incoming(null, Given.Dollars(1000), completed: true);
        Assert.IsType<SearchingOutgoingPayment>(asking.After(Reply.Body<IncomingPaymentView>(some)).Waits().Stage);
        var late = Given.Noon.AddHours(24);
        var found = asking.After(Reply.Body<IncomingPaymentView>(some, late)).Finds<Outgoing>();
        Assert.Equal((null, null, late), (found.Id, found.Receive, found.FollowUntil));
        var unknown = SettlementStage.First(found, Given.WithoutQuote.Incoming).After(Reply.Body<IncomingPaymentView>(some, late))
            .Finds<Outcome.Unknown>();
        Assert.Equal((Reason.Codes.SettlementUnknown, Given.Dollars(1000)), (unknown.Reason.Code, unknown.Receipt.Received));
    }

    [Fact]
    public void When_its_incoming_payment_has_ended_unpaid_it_was_never_made()
    {
        var asking = Stages.AskingReceiver with { Intent = Given.WithoutQuote };
        var gone = Given.Noon.AddMinutes(30).AddSeconds(30);
        var nothing = Bodies.Incoming(null, Given.Dollars(0));
        asking.After(Reply.Body<IncomingPaymentView>(nothing, gone.AddTicks(-1))).Waits();
        var end = asking.After(Reply.Body<IncomingPaymentView>(nothing, gone)).EndsUnpaid();
        Assert.Equal((Reason.Codes.PaymentNotMade, gone), (end.Reason.Code, end.At));
    }

    [Fact]
    public void Too_many_requests_were_not_carried_out_and_are_sent_again_a_few_times()
    {
        (Creating with { Tries = 3 }).After(Reply.Refused<OutgoingPaymentWithSpentAmounts>(429)).Waits();
        Assert.Equal(Reason.Codes.Refused,
            (Creating with { Tries = 4 }).After(Reply.Refused<OutgoingPaymentWithSpentAmounts>(429)).Stops().Code);
    }

    [Fact]
    public void A_refusal_that_left_no_doubt_ends_it_in_the_words_of_the_server()
    {
        var end = Creating.After(Reply.Refused<OutgoingPaymentWithSpentAmounts>(400, "400", "invalid quote or amount")).EndsUnpaid();
        Assert.Contains("invalid quote or amount", end.Reason.Detail, StringComparison.Ordinal);
        Assert.Equal(Given.Noon, end.At);
    }
}

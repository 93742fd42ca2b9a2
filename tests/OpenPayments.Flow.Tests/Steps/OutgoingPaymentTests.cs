using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>The creation of an outgoing payment of a quote (guide step 9): one, never two.</summary>
public sealed class OutgoingPaymentTests
{
    private static readonly CreatingOutgoingPayment Creating = Stages.CreatingOutgoingPayment;

    private static readonly CreatingOutgoingPayment InDoubt = Creating with { Doubt = new Doubt(Given.Noon, MayResend: true) };

    [Fact]
    public void It_names_the_quote_and_carries_the_metadata()
    {
        var ask = Creating.Sends<CreateOutgoingPayment, OutgoingPaymentWithSpentAmounts>();
        var body = Assert.IsType<CreateOutgoingPaymentRequest.WithQuoteId>(ask.Body);
        Assert.Equal((Given.Alice.Id, Given.Quote.Id, "2.50"), (body.WalletAddress, body.QuoteId, body.Metadata?["0"][1].GetRawText()));
        Assert.Equal(Given.Consent.Token.Value, ask.Token);
    }

    [Fact]
    public void Once_it_is_created_it_is_known_and_followed_for_a_day() =>
        Assert.Equal(Given.Outgoing, Creating.After(Reply.Body(Bodies.Created())).Finds<Outgoing>());

    [Fact]
    public void Silence_leaves_a_doubt_and_the_list_is_asked_first() =>
        Assert.Equal(Stages.SearchingOutgoingPayment,
            Creating.After(Reply.Lost<OutgoingPaymentWithSpentAmounts>()).Goes<SearchingOutgoingPayment>());

    [Theory]
    [InlineData(500, null)]
    [InlineData(502, "bad_gateway")]
    [InlineData(408, null)]
    [InlineData(201, Refusal.Codes.Unreadable)]
    [InlineData(204, null)]
    [InlineData(303, null)]
    public void An_answer_that_settles_nothing_leaves_the_same_doubt(int status, string? code) =>
        Assert.Equal(Stages.SearchingOutgoingPayment, Creating.After(No(status, code)).Goes<SearchingOutgoingPayment>());

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    public void Invalid_quote_of_a_quote_that_cannot_have_run_out_means_that_it_was_used_so_nothing_is_sent_again(int status)
    {
        var searching = Creating.After(No(status, "400", "invalid quote")).Goes<SearchingOutgoingPayment>();
        Assert.False(searching.Doubt.MayResend);
        Assert.Equal(Given.Outgoing, searching.After(Reply.Body(Bodies.Page(null, Bodies.Outgoing(0)))).Finds<Outgoing>());
        searching.After(Reply.Body(Bodies.Page(null))).Goes<AskingReceiver>();
    }

    [Fact]
    public void Invalid_quote_after_a_doubt_says_that_the_first_request_was_carried_out() =>
        Assert.Equal(new Doubt(Given.Noon, MayResend: false),
            InDoubt.After(No(400, "400", "invalid quote")).Goes<SearchingOutgoingPayment>().Doubt);

    [Fact]
    public void Too_many_requests_are_spread_over_the_life_of_the_quote()
    {
        Assert.Equal(new Transition.Later(Given.Noon.AddSeconds(30), Creating with { Tries = 1 }),
            Creating.After(Reply.Refused<OutgoingPaymentWithSpentAmounts>(429, retryAfter: TimeSpan.FromSeconds(30))));
        var last = Given.Quote.CertainUntil.AddMinutes(-1);
        (Creating with { Tries = 9 }).After(No(429, at: last.AddTicks(-1))).Waits();
        Assert.Equal(Reason.Codes.Refused, (Creating with { Tries = 9 }).After(No(429, at: last)).Stops().Code);
        (InDoubt with { Tries = 9 }).After(No(429, at: last)).Goes<SearchingOutgoingPayment>();
    }

    [Theory]
    [InlineData(403, "Insufficient Grant")]
    [InlineData(404, "no such route")]
    [InlineData(422, "no")]
    public void A_refusal_when_nothing_else_was_sent_ends_the_payment(int status, string words)
    {
        var end = Creating.After(No(status, $"{status}", words)).EndsUnpaid();
        Assert.Equal((Reason.Codes.Refused, "outgoing-payment", Given.Noon), (end.Reason.Code, end.Reason.Step, end.At));
        Assert.Contains(words, end.Reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_above_the_grants_limit_says_so()
    {
        var reason = Creating.After(No(403, "403", "unauthorized")).Stops();
        Assert.Equal((Reason.Codes.LimitExceeded, Fault.Payer), (reason.Code, reason.Fault));
    }

    [Fact]
    public void A_refusal_after_a_doubt_says_nothing_of_the_first_request()
    {
        InDoubt.After(No(422, "422", "no")).Goes<SearchingOutgoingPayment>();
        foreach (var words in new[] { "unauthorized", "Insufficient Grant" })
            Assert.Equal(Stages.SearchingOutgoingPayment, InDoubt.After(No(403, "403", words)).Goes<SearchingOutgoingPayment>());
        (InDoubt with { Renewed = true }).After(Reply.DeadToken<OutgoingPaymentWithSpentAmounts>()).Goes<SearchingOutgoingPayment>();
    }

    [Fact]
    public void A_token_that_cannot_be_renewed_means_asking_the_payer_again()
    {
        Assert.Equal(Creating with { Renewed = true }, Creating.After(Reply.DeadToken<OutgoingPaymentWithSpentAmounts>()).Renews());
        var expired = (Creating with { Renewed = true }).After(Reply.DeadToken<OutgoingPaymentWithSpentAmounts>()).Expires();
        Assert.Equal((null, Reason.Codes.ConsentLost), (expired.Kept, expired.Reason.Code));
    }

    [Fact]
    public void What_was_not_sent_did_not_happen_and_leaves_no_doubt()
    {
        var reason = AnyRequest.NotSent(Creating).Stops();
        Assert.Equal((Reason.Codes.Refused, "The request could not be sent: The token is no header value."), (reason.Code, reason.Detail));
        Assert.Equal(Reason.Codes.UrlRefused, Creating.After(No(0, Refusal.Codes.UrlRefused, "private address")).Stops().Code);
        Assert.IsType<SearchingOutgoingPayment>(AnyRequest.NotSent(InDoubt).Stage());
    }

    private static Answer<OutgoingPaymentWithSpentAmounts> No(
        int status, string? code = null, string? words = null, DateTimeOffset? at = null) =>
        Reply.Refused<OutgoingPaymentWithSpentAmounts>(status, code, words, at: at);
}

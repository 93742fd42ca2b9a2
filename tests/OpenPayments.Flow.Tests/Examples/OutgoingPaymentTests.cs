using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>The outgoing payment of a quote (guide step 9): made once, looked for where that is not certain.</summary>
public sealed class OutgoingPaymentTests
{
    [Fact]
    public void It_names_the_quote_and_carries_the_metadata()
    {
        var ask = Assert.IsType<CreateOutgoingPayment>(Stages.Creating.Asks<OutgoingPaymentWithSpentAmounts>());
        var body = Assert.IsType<CreateOutgoingPaymentRequest.WithQuoteId>(ask.Body);
        Assert.Equal((Given.Alice.Id, Given.Quote.Id, "2.50"), (body.WalletAddress, body.QuoteId, body.Metadata?["0"][1].GetRawText()));
        Assert.Equal(Given.Consent.Token.Value, ask.Token);
    }

    [Fact]
    public void Once_it_is_created_it_is_known_and_followed_for_a_day() => Assert.Equal(Given.Made, Stages.Creating.After(Said.Yes(Bodies.Created())).Learns<Made>());

    [Fact]
    public void A_lost_creation_is_looked_for_before_anything_else() =>
        Assert.Equal(Stages.Looking, Stages.Creating.After(Said.Silence<OutgoingPaymentWithSpentAmounts>()).Goes<Paying.Looking>());

    [Theory]
    [InlineData(500, null)]
    [InlineData(502, "bad_gateway")]
    [InlineData(408, null)]
    [InlineData(201, Refusal.Codes.Unreadable)]
    [InlineData(204, null)]
    [InlineData(303, null)]
    public void A_creation_whose_answer_does_not_say_is_looked_for(int status, string? code) =>
        Assert.Equal(Stages.Looking, Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(status, code)).Goes<Paying.Looking>());

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    public void Invalid_quote_is_not_believed_before_looking(int status)
    {
        var looking = Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(status, "400", "invalid quote")).Goes<Paying.Looking>();
        Assert.False(looking.Doubt);
        Assert.Equal(Given.Made, looking.After(Said.Yes(Bodies.Page(null, Bodies.Outgoing(0)))).Learns<Made>());
    }

    [Fact]
    public void Invalid_quote_and_no_payment_of_it_means_that_it_ran_out_in_the_words_of_the_server()
    {
        var stale = Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(400, "400", "invalid quote")).After(Said.Yes(Bodies.Page(null))).RunsOut();
        Assert.Equal(Given.Consent, stale.Held);
        Assert.Contains("invalid quote", stale.Reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_quote_after_a_loss_leaves_the_doubt() =>
        Assert.True((Stages.Creating with { Doubt = true }).After(Said.No<OutgoingPaymentWithSpentAmounts>(400, "400", "invalid quote")).Goes<Paying.Looking>().Doubt);

    [Fact]
    public void Too_many_requests_are_asked_again_later_and_not_for_ever()
    {
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(30), Stages.Creating with { Tries = 1 }), Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(429, retryAfter: TimeSpan.FromSeconds(30))));
        Assert.Equal(Reason.Codes.Refused, (Stages.Creating with { Tries = 4 }).After(Said.No<OutgoingPaymentWithSpentAmounts>(429)).Stops().Code);
    }

    [Fact]
    public void A_refusal_when_nothing_else_was_sent_ends_the_payment()
    {
        foreach (var (status, words) in new[] { (403, "Insufficient Grant"), (404, "no such route"), (422, "no") })
        {
            var end = Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(status, $"{status}", words)).Unpaid();
            Assert.Equal((Reason.Codes.Refused, "outgoing-payment", Given.Noon), (end.Reason.Code, end.Reason.Step, end.At));
        }
    }

    [Fact]
    public void A_payment_above_the_grants_limit_says_so() => Assert.Equal((Reason.Codes.LimitExceeded, Fault.Payer),
        Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "unauthorized")).Stops() is var reason ? (reason.Code, reason.Fault) : default);

    [Fact]
    public void A_refusal_after_a_loss_says_nothing_of_the_first_attempt()
    {
        foreach (var words in new[] { "unauthorized", "Insufficient Grant" })
            Assert.Equal(Stages.Looking, (Stages.Creating with { Doubt = true }).After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", words)).Goes<Paying.Looking>());
    }

    [Fact]
    public void A_token_that_is_dead_for_good_means_asking_the_payer_again()
    {
        Assert.Equal(new Turn.Rotate(Given.Consent.Token, Stages.Creating with { Renewed = true }), Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "Inactive Token")));
        var stale = (Stages.Creating with { Renewed = true }).After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "Inactive Token")).RunsOut();
        Assert.Equal((null, Reason.Codes.ConsentLost), (stale.Held, stale.Reason.Code));
    }

    [Fact]
    public void A_token_that_is_dead_for_good_after_a_loss_is_no_reason_to_pay_again() =>
        Assert.True((Stages.Creating with { Renewed = true, Doubt = true }).After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "Inactive Token")).Goes<Paying.Looking>().Doubt);

    [Fact]
    public void What_was_never_sent_leaves_no_doubt() => Assert.Equal(Reason.Codes.UrlRefused,
        Stages.Creating.After(Said.No<OutgoingPaymentWithSpentAmounts>(0, Refusal.Codes.UrlRefused, "private address")).Stops().Code);
}

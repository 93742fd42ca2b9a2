using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class QuoteTests
{
    private static readonly DateTimeOffset TooLate = Given.Noon.AddMinutes(5);

    private static readonly Payment.Quoting Requoting = Given.Quoting with { Number = 2, Consent = Given.Consent };

    [Fact]
    public void The_incoming_payment_carries_the_amount_and_the_metadata()
    {
        var ask = Assert.IsType<CreateIncomingPayment>(Given.CreatingIncoming.Asks<IncomingPaymentWithMethods>());
        Assert.Equal((Given.Bob.Id, Given.Order.IncomingAmount, "2.50"), (ask.Body.WalletAddress, ask.Body.IncomingAmount, ask.Body.Metadata?["0"][1].GetRawText()));
        Assert.Equal(Given.GrantingQuote, Given.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0)))));
    }

    [Fact]
    public void An_incoming_payment_for_another_amount_is_not_paid()
    {
        Mismatch(Given.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Dollars(1001), Given.Dollars(0)))));
        Mismatch(Given.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Euros(1000), Given.Dollars(0)))));
        Mismatch(Given.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0)) with { IncomingAmount = null })));
    }

    [Fact]
    public void A_grant_that_wants_a_persons_consent_where_none_is_needed_ends_the_payment()
    {
        foreach (var state in new Payment[] { Given.GrantingIncoming, Given.GrantingQuote })
            Assert.Equal(Reason.Codes.InteractionRequired, Assert.IsType<Payment.Failed>(state.After(Said.Yes(Bodies.InteractionRequired()))).Reason.Code);
    }

    [Fact]
    public void A_quote_that_fits_leads_to_the_consent()
    {
        Assert.Equal(Given.Quoting, Given.GrantingQuote.After(Said.Yes(Bodies.Granted("hush-quote-token"))));
        Assert.Equal(Given.DrawingNonce, Given.Quoting.After(Said.Yes(Bodies.Quote())));
    }

    [Fact]
    public void A_quote_that_says_anything_but_what_was_asked_is_not_paid()
    {
        Mismatch(Given.Quoting.After(Said.Yes(Bodies.Quote(receive: Given.Dollars(999)))));
        Mismatch(Given.Quoting.After(Said.Yes(Bodies.Quote(receive: Given.Euros(1000)))));
        Mismatch(Given.Quoting.After(Said.Yes(Bodies.Quote(receiver: new Uri("https://happylife.example/tenant/incoming-payments/2")))));
        Mismatch(Given.Quoting.After(Said.Yes(Bodies.Quote(debit: Given.Dollars(11_320)))));
        Mismatch(Given.Quoting.After(Said.Yes(Bodies.Quote(debit: Given.Euros(11_320) with { AssetScale = 2 }))));
        Mismatch(Given.Quoting.After(Said.Yes(Bodies.Quote(debit: Given.Euros(0)))));
    }

    [Fact]
    public void The_end_of_a_quote_is_what_the_server_says_or_unknown()
    {
        foreach (var said in new[] { "2026-12-01T12:05:00.123Z", "9999-12-31T23:59:59Z", null })
        {
            var quote = Assert.IsType<Payment.DrawingNonce>(Given.Quoting.After(Said.Yes(Bodies.Quote(expiresAt: said)))).Quote;
            Assert.Equal(said is null ? null : At(said), quote.ExpiresAt);
        }
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void A_quote_ends_by_our_clock_whatever_the_servers_says(int skew)
    {
        var theirs = Given.Noon.AddSeconds(skew);
        var said = Bodies.Quote(expiresAt: theirs.AddMinutes(5).ToString("O")) with { CreatedAt = theirs };
        Assert.Equal(Given.Noon.AddMinutes(5), Assert.IsType<Payment.DrawingNonce>(Given.Quoting.After(Said.Yes(said))).Quote.ExpiresAt);
    }

    [Theory]
    [InlineData("2026-12-01T12:05:00Z", "2026-12-01T12:06:00Z", "2026-12-01T12:05:00Z")]
    [InlineData("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void Dates_that_make_no_sense_are_taken_as_well_as_they_can_be(string expires, string created, string end)
    {
        var said = Bodies.Quote(expiresAt: expires) with { CreatedAt = At(created) };
        Assert.Equal(At(end), Assert.IsType<Payment.DrawingNonce>(Given.Quoting.After(Said.Yes(said))).Quote.ExpiresAt);
    }

    [Fact]
    public void A_quote_that_ran_out_before_the_redirect_is_replaced()
    {
        Assert.Equal(Given.GrantingQuote with { Number = 2 }, Given.DrawingNonce.After(Said.Yes(new Secret("hush-nonce"), TooLate)));
        Assert.Equal(Given.GrantingQuote with { Number = 2 }, Given.SeekingConsent.After(Said.Yes(Bodies.InteractionRequired(), TooLate)));
    }

    [Fact]
    public void A_third_quote_that_looks_expired_is_tried_for_then_the_clocks_disagree() =>
        Assert.IsType<Payment.SeekingConsent>((Given.DrawingNonce with { Quote = Given.Quote with { Number = 3 } }).After(Said.Yes(new Secret("hush-nonce"), TooLate)));

    [Fact]
    public void A_new_quote_that_costs_no_more_than_was_agreed_to_is_paid()
    {
        Assert.IsType<Payment.Paying>(Requoting.After(Said.Yes(Bodies.Quote(debit: Given.Euros(11_320)))));
        Assert.IsType<Payment.Paying>(Requoting.After(Said.Yes(Bodies.Quote(debit: Given.Euros(11_319)))));
    }

    [Fact]
    public void A_new_quote_that_costs_more_than_was_agreed_to_is_not_paid()
    {
        var failed = Assert.IsType<Payment.Failed>(Requoting.After(Said.Yes(Bodies.Quote(debit: Given.Euros(11_321)))));
        Assert.Equal(Reason.Codes.QuoteTooDear, failed.Reason.Code);
        Assert.Null(failed.Receipt);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Mismatch(Payment state)
    {
        var reason = Assert.IsType<Payment.Failed>(state).Reason;
        Assert.Equal((Reason.Codes.AnswerMismatch, Fault.Provider), (reason.Code, reason.Fault));
    }
}

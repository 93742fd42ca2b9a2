using System.Globalization;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

public sealed class QuoteTests
{
    private static readonly CreatingQuote ForDebit = Stages.CreatingQuote with { Debit = Given.Quote.Debit, Receive = null, Plain = false };

    private static readonly CreatingQuote ForReceive = Stages.CreatingQuote with { Plain = false };

    private static readonly CreatingQuote[] All = [Stages.CreatingQuote, ForDebit, ForReceive];

    [Fact]
    public void Where_the_incoming_payment_names_the_amount_the_request_does_not()
    {
        var body = Assert.IsType<CreateQuoteRequest.Plain>(Body(Stages.CreatingQuote));
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, PaymentMethod.Ilp), (body.WalletAddress, body.Receiver, body.Method));
    }

    [Fact]
    public void Otherwise_it_names_what_is_debited_or_what_is_received()
    {
        var debit = Assert.IsType<CreateQuoteRequest.WithDebitAmount>(Body(ForDebit));
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, PaymentMethod.Ilp, Given.Quote.Debit),
            (debit.WalletAddress, debit.Receiver, debit.Method, debit.DebitAmount));
        var receive = Assert.IsType<CreateQuoteRequest.WithReceiveAmount>(Body(ForReceive));
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, PaymentMethod.Ilp, Given.Quote.Receive),
            (receive.WalletAddress, receive.Receiver, receive.Method, receive.ReceiveAmount));
    }

    [Fact]
    public void A_quote_that_fits_is_known() =>
        Assert.All(All, stage => Assert.Equal(Given.Quote, stage.After(Reply.Body(Bodies.Quote())).Finds<PaymentQuote>()));

    [Fact]
    public void A_quote_that_says_anything_but_what_was_asked_for_is_not_paid_and_both_sides_are_told()
    {
        foreach (var stage in new[] { Stages.CreatingQuote, ForReceive })
        {
            Contradicts("receiveAmount is 9.99 USD, and 10.00 USD was asked for", stage, Bodies.Quote(receive: Given.Dollars(999)));
            Contradicts("receiveAmount is 1.000 EUR, and 10.00 USD was asked for", stage, Bodies.Quote(receive: Given.Euros(1000)));
        }
        Contradicts("debitAmount is 11.321 EUR, and 11.320 EUR was asked for", ForDebit, Bodies.Quote(debit: Given.Euros(11_321)));
        Contradicts("debitAmount is 11.319 EUR, and 11.320 EUR was asked for", ForDebit, Bodies.Quote(debit: Given.Euros(11_319)));
        foreach (var stage in All)
        {
            Contradicts("its receiver is https://happylife.example/tenant/incoming-payments/other", stage,
                Bodies.Quote(receiver: Bodies.Foreign().Receiver));
            Contradicts("its walletAddress is https://happylife.example/bob", stage, Bodies.Quote() with { WalletAddress = Given.Bob.Id });
            Contradicts("debitAmount is", stage, Bodies.Quote(debit: Given.Dollars(11_320)));
            Contradicts("debitAmount is", stage, Bodies.Quote(debit: Given.Euros(11_320) with { AssetScale = 2 }));
            Contradicts(stage == ForDebit ? "debitAmount is" : "it debits nothing", stage, Bodies.Quote(debit: Given.Euros(0)));
            Contradicts(stage == ForDebit ? "it delivers nothing" : "receiveAmount is", stage, Bodies.Quote(receive: Given.Dollars(0)));
        }
    }

    [Theory]
    [MemberData(nameof(NoWebUrls.All), MemberType = typeof(NoWebUrls))]
    public void A_quote_whose_id_is_no_absolute_web_url_is_not_paid(string url) =>
        Contradicts($"its id is \"{url}\", which is no absolute http(s) URL", Stages.CreatingQuote,
            Bodies.Quote() with { Id = NoWebUrls.Of(url) });

    [Fact]
    public void What_the_quote_of_a_fixed_debit_delivers_is_for_the_quote_to_say() =>
        Assert.Equal(Given.Dollars(7), ForDebit.After(Reply.Body(Bodies.Quote(receive: Given.Dollars(7)))).Finds<PaymentQuote>().Receive);

    [Fact]
    public void The_end_of_a_quote_is_what_the_server_says_or_unknown_and_then_it_is_paid_for_four_and_a_half_minutes()
    {
        foreach (var told in new[] { "2026-12-01T12:05:00.123Z", "9999-12-31T23:59:59Z", null })
            Assert.Equal(told is null ? null : At(told), Known(Bodies.Quote(expiresAt: told)).ExpiresAt);
        Assert.Equal(Given.Noon.AddSeconds(270), Known(Bodies.Quote(expiresAt: null)).CertainUntil);
    }

    [Theory]
    [InlineData(10, 7.5)]
    [InlineData(120, 90)]
    [InlineData(300, 270)]
    [InlineData(3600, 3570)]
    public void A_quote_is_paid_while_it_has_certainly_not_run_out_a_quarter_of_a_short_life_is_set_aside(int lives, double until) =>
        Assert.Equal(Given.Noon.AddSeconds(until), Known(Bodies.Quote(expiresAt: Given.Noon.AddSeconds(lives).ToString("O"))).CertainUntil);

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void A_quote_ends_by_our_clock_whatever_the_servers_says(int skew)
    {
        var theirs = Given.Noon.AddSeconds(skew);
        var quote = Known(Bodies.Quote(expiresAt: theirs.AddMinutes(5).ToString("O")) with { CreatedAt = theirs });
        Assert.Equal((Given.Noon.AddMinutes(5), theirs), (quote.ExpiresAt, quote.CreatedAt));
    }

    [Theory]
    [InlineData("2026-12-01T12:05:00Z", "2026-12-01T12:06:00Z", "2026-12-01T12:05:00Z")]
    [InlineData("2026-12-01T11:00:00Z", "2026-12-01T11:00:00Z", "2026-12-01T11:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void Dates_that_make_no_sense_are_read_as_well_as_they_can_be(string expires, string created, string end) =>
        Assert.Equal(At(end), Known(Bodies.Quote(expiresAt: expires) with { CreatedAt = At(created) }).ExpiresAt);

    private static PaymentQuote Known(Quote quote) => Stages.CreatingQuote.After(Reply.Body(quote)).Finds<PaymentQuote>();

    private static CreateQuoteRequest Body(CreatingQuote stage) => stage.Sends<CreateQuote, Quote>().Body;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static void Contradicts(string difference, CreatingQuote stage, Quote answer)
    {
        var reason = stage.After(Reply.Body(answer)).Stops();
        Assert.Equal((Reason.Codes.AnswerMismatch, "quote", Fault.Provider), (reason.Code, reason.Step, reason.Fault));
        Assert.Contains(difference, reason.Detail, StringComparison.Ordinal);
    }
}

using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class QuoteTests
{
    private static readonly Quoting ForDebit = Stages.Quoting with { Debit = Given.Quote.Debit, Receive = null, Plain = false };

    private static readonly Quoting ForReceive = Stages.Quoting with { Plain = false };

    [Fact]
    public void Where_the_incoming_payment_names_the_amount_the_request_does_not()
    {
        var body = Assert.IsType<CreateQuoteRequest.Plain>(Body(Stages.Quoting));
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, PaymentMethod.Ilp), (body.WalletAddress, body.Receiver, body.Method));
    }

    [Fact]
    public void Otherwise_it_names_what_is_debited_or_what_is_received()
    {
        var debit = Assert.IsType<CreateQuoteRequest.WithDebitAmount>(Body(ForDebit));
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, PaymentMethod.Ilp, Given.Quote.Debit), (debit.WalletAddress, debit.Receiver, debit.Method, debit.DebitAmount));
        var receive = Assert.IsType<CreateQuoteRequest.WithReceiveAmount>(Body(ForReceive));
        Assert.Equal((Given.Alice.Id, Given.Incoming.Id, PaymentMethod.Ilp, Given.Quote.Receive), (receive.WalletAddress, receive.Receiver, receive.Method, receive.ReceiveAmount));
    }

    [Fact]
    public void A_quote_that_fits_is_known()
    {
        foreach (var stage in new[] { Stages.Quoting, ForDebit, ForReceive }) Assert.Equal(Given.Quote, stage.After(Said.Yes(Bodies.Quote())).Learns<Quoted>());
    }

    [Fact]
    public void A_quote_that_says_anything_but_what_was_asked_is_not_paid()
    {
        foreach (var stage in new[] { Stages.Quoting, ForReceive })
        {
            Mismatch(stage, Bodies.Quote(receive: Given.Dollars(999)));
            Mismatch(stage, Bodies.Quote(receive: Given.Euros(1000)));
        }
        Mismatch(ForDebit, Bodies.Quote(debit: Given.Euros(11_321)));
        Mismatch(ForDebit, Bodies.Quote(debit: Given.Euros(11_319)));
        foreach (var stage in new[] { Stages.Quoting, ForDebit, ForReceive })
        {
            Mismatch(stage, Bodies.Quote(receiver: new Uri("https://happylife.example/tenant/incoming-payments/2")));
            Mismatch(stage, Bodies.Quote(debit: Given.Dollars(11_320)));
            Mismatch(stage, Bodies.Quote(debit: Given.Euros(11_320) with { AssetScale = 2 }));
            Mismatch(stage, Bodies.Quote(debit: Given.Euros(0)));
            Mismatch(stage, Bodies.Quote(receive: Given.Dollars(0)));
        }
    }

    [Fact]
    public void What_the_quote_of_a_fixed_debit_delivers_is_for_the_quote_to_say() =>
        Assert.Equal(Given.Dollars(7), ForDebit.After(Said.Yes(Bodies.Quote(receive: Given.Dollars(7)))).Learns<Quoted>().Receive);

    [Fact]
    public void The_end_of_a_quote_is_what_the_server_says_or_unknown()
    {
        foreach (var said in new[] { "2026-12-01T12:05:00.123Z", "9999-12-31T23:59:59Z", null })
            Assert.Equal(said is null ? null : At(said), Stages.Quoting.After(Said.Yes(Bodies.Quote(expiresAt: said))).Learns<Quoted>().ExpiresAt);
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public void A_quote_ends_by_our_clock_whatever_the_servers_says(int skew)
    {
        var theirs = Given.Noon.AddSeconds(skew);
        var said = Bodies.Quote(expiresAt: theirs.AddMinutes(5).ToString("O")) with { CreatedAt = theirs };
        Assert.Equal(Given.Noon.AddMinutes(5), Stages.Quoting.After(Said.Yes(said)).Learns<Quoted>().ExpiresAt);
    }

    [Theory]
    [InlineData("2026-12-01T12:05:00Z", "2026-12-01T12:06:00Z", "2026-12-01T12:05:00Z")]
    [InlineData("2026-12-01T11:00:00Z", "2026-12-01T11:00:00Z", "2026-12-01T11:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z")]
    public void Dates_that_make_no_sense_are_taken_as_well_as_they_can_be(string expires, string created, string end)
    {
        var said = Bodies.Quote(expiresAt: expires) with { CreatedAt = At(created) };
        Assert.Equal(At(end), Stages.Quoting.After(Said.Yes(said)).Learns<Quoted>().ExpiresAt);
    }

    private static CreateQuoteRequest Body(Quoting stage) => Assert.IsType<CreateQuote>(stage.Asks<Quote>()).Body;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void Mismatch(Quoting stage, Quote said)
    {
        var reason = stage.After(Said.Yes(said)).Stops();
        Assert.Equal((Reason.Codes.AnswerMismatch, "quote", Fault.Provider), (reason.Code, reason.Step, reason.Fault));
    }
}

using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

public sealed class IncomingPaymentTests
{
    private static readonly CreatingIncomingPayment Creating = Stages.CreatingIncomingPayment;

    private static readonly IncomingPaymentWithMethods Created = Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0));

    [Fact]
    public void It_carries_the_amount_and_the_metadata()
    {
        var body = Creating.Sends<CreateIncomingPayment, IncomingPaymentWithMethods>().Body;
        Assert.Equal((Given.Bob.Id, Given.Dollars(1000), "2.50"),
            (body.WalletAddress, body.IncomingAmount, body.Metadata?["0"][1].GetRawText()));
        Assert.Null(body.ExpiresAt);
    }

    [Fact]
    public void It_is_known_with_whose_it_is_its_amount_its_end_and_the_token_that_reads_it() =>
        Assert.Equal(Given.Incoming, Creating.After(Reply.Body(Created)).Finds<Incoming>());

    [Fact]
    public void An_open_one_names_no_amount_and_expects_none()
    {
        var open = Creating with { Amount = null, ExpiresAt = Given.Noon.AddMinutes(30), Metadata = null };
        var body = open.Sends<CreateIncomingPayment, IncomingPaymentWithMethods>().Body;
        Assert.Equal((null, Given.Noon.AddMinutes(30), null), (body.IncomingAmount, body.ExpiresAt, body.Metadata));
        Assert.Null(open.After(Reply.Body(Bodies.Incoming(null, Given.Dollars(0)))).Finds<Incoming>().Amount);
    }

    [Fact]
    public void One_for_another_amount_is_not_paid_and_both_amounts_are_told()
    {
        Contradicts("incomingAmount is 10.01 USD, and 10.00 USD was asked for", Created with { IncomingAmount = Given.Dollars(1001) });
        Contradicts("incomingAmount is 1.000 EUR, and 10.00 USD was asked for", Created with { IncomingAmount = Given.Euros(1000) });
        Contradicts("incomingAmount is no amount, and 10.00 USD was asked for", Created with { IncomingAmount = null });
        Contradicts("incomingAmount is 10.00 USD, and no amount was asked for", Created, Creating with { Amount = null });
    }

    [Fact]
    public void One_of_another_wallet_address_or_asset_is_not_paid()
    {
        Contradicts("walletAddress is https://threeleaf.example/carol, and https://happylife.example/bob was asked for",
            Created with { WalletAddress = Given.Carol.Id });
        Contradicts("receivedAmount is in EUR at scale 3, and the wallet holds USD at scale 2",
            Created with { ReceivedAmount = Given.Euros(0) });
    }

    [Theory]
    [MemberData(nameof(NoWebUrls.All), MemberType = typeof(NoWebUrls))]
    public void One_whose_id_is_no_absolute_web_url_is_not_paid(string url) =>
        Contradicts($"its id is \"{url}\", which is no absolute http(s) URL", Created with { Id = NoWebUrls.Of(url) });

    private static void Contradicts(string difference, IncomingPaymentWithMethods answer, CreatingIncomingPayment? stage = null)
    {
        var reason = (stage ?? Creating).After(Reply.Body(answer)).Stops();
        Assert.Equal((Reason.Codes.AnswerMismatch, "incoming-payment", Fault.Provider), (reason.Code, reason.Step, reason.Fault));
        Assert.Contains(difference, reason.Detail, StringComparison.Ordinal);
    }
}

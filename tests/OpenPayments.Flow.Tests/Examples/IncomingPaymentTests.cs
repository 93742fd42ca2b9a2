using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class IncomingPaymentTests
{
    [Fact]
    public void It_carries_the_amount_and_the_metadata()
    {
        var ask = Assert.IsType<CreateIncomingPayment>(Stages.CreatingIncoming.Asks<IncomingPaymentWithMethods>());
        Assert.Equal((Given.Bob.Id, Given.Dollars(1000), "2.50"), (ask.Body.WalletAddress, ask.Body.IncomingAmount, ask.Body.Metadata?["0"][1].GetRawText()));
        Assert.Null(ask.Body.ExpiresAt);
    }

    [Fact]
    public void It_is_known_with_its_amount_its_end_and_the_token_that_reads_it() =>
        Assert.Equal(Given.Incoming, Stages.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0)))).Learns<Incoming>());

    [Fact]
    public void An_open_one_names_no_amount_and_expects_none()
    {
        var open = Stages.CreatingIncoming with { Amount = null, ExpiresAt = Given.Noon.AddMinutes(30), Metadata = null };
        var body = Assert.IsType<CreateIncomingPayment>(open.Asks<IncomingPaymentWithMethods>()).Body;
        Assert.Equal((null, Given.Noon.AddMinutes(30), null), (body.IncomingAmount, body.ExpiresAt, body.Metadata));
        Assert.Null(open.After(Said.Yes(Bodies.Incoming(null, Given.Dollars(0)))).Learns<Incoming>().Amount);
    }

    [Fact]
    public void One_for_another_amount_is_not_paid()
    {
        Mismatch(Stages.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Dollars(1001), Given.Dollars(0)))));
        Mismatch(Stages.CreatingIncoming.After(Said.Yes(Bodies.Incoming(Given.Euros(1000), Given.Dollars(0)))));
        Mismatch(Stages.CreatingIncoming.After(Said.Yes(Bodies.Incoming(null, Given.Dollars(0)))));
        Mismatch((Stages.CreatingIncoming with { Amount = null }).After(Said.Yes(Bodies.Incoming(Given.Dollars(1), Given.Dollars(0)))));
    }

    private static void Mismatch(Turn turn) => Assert.Equal((Reason.Codes.AnswerMismatch, Fault.Provider), (turn.Stops().Code, turn.Stops().Fault));
}

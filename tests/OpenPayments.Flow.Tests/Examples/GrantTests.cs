using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class GrantTests
{
    [Fact]
    public void A_grant_asks_for_no_more_than_is_used()
    {
        Assert.Equal([AccessIncomingAction.Create, AccessIncomingAction.Read], Assert.IsType<AccessIncoming>(Access(GrantKind.IncomingPayment)).Actions);
        Assert.Equal([AccessQuoteAction.Create], Assert.IsType<AccessQuote>(Access(GrantKind.Quote)).Actions);
    }

    [Fact]
    public void A_grant_is_known_with_its_token_and_whose_server_gave_it()
    {
        Assert.Equal(Given.Receiving, Stages.Granting.After(Said.Yes(Bodies.Granted("incoming"))).Learns<Grant>());
        Assert.Equal(Given.Quoting, new Granting(GrantKind.Quote, Given.Alice.AuthServer).After(Said.Yes(Bodies.Granted("quote"))).Learns<Grant>());
    }

    [Theory]
    [InlineData(GrantKind.IncomingPayment, "incoming-payment-grant")]
    [InlineData(GrantKind.Quote, "quote-grant")]
    public void A_grant_that_wants_a_persons_consent_where_none_is_needed_ends_the_payment(GrantKind kind, string step)
    {
        var reason = new Granting(kind, Given.Alice.AuthServer).After(Said.Yes(Bodies.InteractionRequired())).Stops();
        Assert.Equal((Reason.Codes.InteractionRequired, step, Fault.Provider), (reason.Code, reason.Step, reason.Fault));
    }

    [Fact]
    public void A_grant_of_a_kind_that_nobody_knows_is_not_read_as_one()
    {
        var unknown = Said.Yes<GrantResponse>(new GrantResponse.Unknown(Bodies.Strange));
        foreach (var stage in new Stage[] { Stages.Granting, Stages.Seeking })
            Assert.Equal((Reason.Codes.UnreadableAnswer, Fault.Provider), (stage.After(unknown).Stops().Code, stage.After(unknown).Stops().Fault));
    }

    private static AccessItem Access(GrantKind kind) => Assert.IsType<RequestGrant>(new Granting(kind, Given.Alice.AuthServer).Asks<GrantResponse>()).Access;
}

using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

public sealed class GrantTests
{
    [Fact]
    public void A_grant_asks_for_no_more_than_is_used()
    {
        Assert.Equal([AccessIncomingAction.Create, AccessIncomingAction.Read],
            Assert.IsType<AccessIncoming>(Access(GrantKind.IncomingPayment)).Actions);
        Assert.Equal([AccessQuoteAction.Create], Assert.IsType<AccessQuote>(Access(GrantKind.Quote)).Actions);
    }

    [Fact]
    public void A_grant_is_known_with_its_token_and_whose_server_gave_it()
    {
        Assert.Equal(Given.Receiving, Stages.RequestingGrant.After(Reply.Body(Bodies.Granted("incoming"))).Finds<Grant>());
        Assert.Equal(Given.Quoting,
            new RequestingGrant(GrantKind.Quote, Given.Alice.AuthServer).After(Reply.Body(Bodies.Granted("quote"))).Finds<Grant>());
    }

    [Theory]
    [InlineData(GrantKind.IncomingPayment, "incoming-payment-grant")]
    [InlineData(GrantKind.Quote, "quote-grant")]
    public void A_grant_that_wants_a_persons_consent_where_none_is_needed_ends_the_payment(GrantKind kind, string step)
    {
        var transition = new RequestingGrant(kind, Given.Alice.AuthServer).After(Reply.Body(Bodies.InteractionRequired()));
        Assert.Equal(Given.HeldGrant, Assert.IsType<Transition.Interrupted>(transition).Abandoned);
        var reason = transition.Stops();
        Assert.Equal((Reason.Codes.InteractionRequired, step, Fault.Provider), (reason.Code, reason.Step, reason.Fault));
    }

    [Fact]
    public void A_grant_of_a_kind_that_nobody_knows_is_not_read_as_one()
    {
        var unknown = Reply.Body<GrantResponse>(new GrantResponse.Unknown(Bodies.Strange));
        foreach (var stage in new Stage[] { Stages.RequestingGrant, Stages.RequestingConsent })
        {
            var reason = stage.After(unknown).Stops();
            Assert.Equal((Reason.Codes.UnreadableAnswer, Fault.Provider), (reason.Code, reason.Fault));
        }
    }

    private static AccessItem Access(GrantKind kind) =>
        new RequestingGrant(kind, Given.Alice.AuthServer).Sends<RequestGrant, GrantResponse>().Access;
}

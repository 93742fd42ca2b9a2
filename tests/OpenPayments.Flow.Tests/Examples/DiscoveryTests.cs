using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class DiscoveryTests
{
    [Fact]
    public void A_wallet_address_is_read_where_it_is() => Assert.Equal(new GetWalletAddress(Given.Alice.Id), Stages.Discovering.Asks<WalletAddress>());

    [Fact]
    public void What_it_says_is_known_from_then_on() => Assert.Equal(Given.Alice, Stages.Discovering.After(Said.Yes(Bodies.Wallet(Given.Alice))).Learns<Wallet>());

    [Fact]
    public void Who_pays_is_read_before_who_is_paid()
    {
        var state = Flow(Orders.OneTime);
        Assert.Equal("sender-wallet-address", FlowSummary.StepOf(state.Progress));
        Assert.Equal("receiver-wallet-address", FlowSummary.StepOf(state.After(Said.Yes(Bodies.Wallet(Given.Alice))).Progress));
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 3)]
    [InlineData("usd", 2)]
    public void An_amount_in_another_asset_than_the_receivers_is_a_fault_in_the_order(string code, int scale)
    {
        var end = Flow(Orders.OneTime).After(Said.Yes(Bodies.Wallet(Given.Alice))).After(Said.Yes(Bodies.Wallet(Given.Bob with { AssetCode = code, AssetScale = scale })));
        var reason = Assert.IsType<Progress.Failed>(end.Progress).Reason;
        Assert.Equal((Reason.Codes.AssetMismatch, Fault.Order), (reason.Code, reason.Fault));
        Assert.Contains($"{code} at scale {scale}", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_debited_is_in_the_senders_asset()
    {
        var end = Flow(Orders.FixedDebit).After(Said.Yes(Bodies.Wallet(Given.Alice with { AssetScale = 2 })));
        Assert.Equal(Reason.Codes.AssetMismatch, Assert.IsType<Progress.Failed>(end.Progress).Reason.Code);
    }

    [Fact]
    public void Servers_are_used_as_they_are_given_path_and_all()
    {
        Assert.Equal(new Uri("https://auth.happylife.example/tenant"), Assert.IsType<RequestGrant>(Stages.Granting.Asks<GrantResponse>()).AuthServer);
        Assert.Equal(new Uri("https://happylife.example/tenant"), Assert.IsType<CreateIncomingPayment>(Stages.CreatingIncoming.Asks<IncomingPaymentWithMethods>()).ResourceServer);
        Assert.Equal(new Uri("https://cloudnine.example/tenant"), Assert.IsType<CreateQuote>(Stages.Quoting.Asks<Quote>()).ResourceServer);
        Assert.Equal(new Uri("https://cloudnine.example/tenant"), Assert.IsType<GetSpentAmounts>(Stages.ReadingSpent.Asks<GetOutgoingPaymentGrantResponse>()).ResourceServer);
    }

    private static FlowState Flow(Order order) => Flows.Start(order).Match(Right: state => state, Left: error => throw new InvalidOperationException(error.Why));
}

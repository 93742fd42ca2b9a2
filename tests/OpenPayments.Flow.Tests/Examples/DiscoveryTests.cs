using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class DiscoveryTests
{
    [Fact]
    public void A_payment_begins_by_reading_the_senders_wallet_address() => Assert.Equal(new GetWalletAddress(Given.Order.Sender), Given.FindingSender.Asks<WalletAddress>());

    [Fact]
    public void Then_it_reads_the_receivers()
    {
        Assert.Equal(Given.FindingReceiver, Given.FindingSender.After(Said.Yes(Wallet(Given.Alice))));
        Assert.Equal(new GetWalletAddress(Given.Order.Receiver), Given.FindingReceiver.Asks<WalletAddress>());
        Assert.Equal(Given.GrantingIncoming, Given.FindingReceiver.After(Said.Yes(Wallet(Given.Bob))));
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 3)]
    [InlineData("usd", 2)]
    public void An_amount_in_another_asset_than_the_receivers_is_a_fault_in_the_order(string code, int scale)
    {
        var reason = Assert.IsType<Payment.Failed>(Given.FindingReceiver.After(Said.Yes(Wallet(Given.Bob with { AssetCode = code, AssetScale = scale })))).Reason;
        Assert.Equal((Reason.Codes.AssetMismatch, Fault.Order), (reason.Code, reason.Fault));
        Assert.Contains($"{code} at scale {scale}", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Servers_are_used_as_they_are_given_path_and_all()
    {
        Assert.Equal(new Uri("https://auth.happylife.example/tenant"), Assert.IsType<RequestGrant>(Given.GrantingIncoming.Asks<GrantResponse>()).AuthServer);
        Assert.Equal(new Uri("https://happylife.example/tenant"), Assert.IsType<CreateIncomingPayment>(Given.CreatingIncoming.Asks<IncomingPaymentWithMethods>()).ResourceServer);
    }

    private static WalletAddress Wallet(Wallet of) => new() { Id = of.Id, AuthServer = of.AuthServer, ResourceServer = of.ResourceServer, AssetCode = of.AssetCode, AssetScale = of.AssetScale };
}

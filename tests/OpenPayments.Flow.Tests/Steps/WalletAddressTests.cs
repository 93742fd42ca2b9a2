using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

public sealed class WalletAddressTests
{
    [Fact]
    public void A_wallet_address_is_read_and_known_from_then_on()
    {
        Assert.Equal(new GetWalletAddress(Given.Alice.Id), Stages.ReadingWalletAddress.Sends<WalletAddress>());
        Assert.Equal(Given.Alice, Stages.ReadingWalletAddress.After(Reply.Body(Bodies.Wallet(Given.Alice))).Finds<Wallet>());
    }

    [Fact]
    public void Who_pays_is_read_before_who_is_paid()
    {
        var state = Orders.OneTime.Started();
        Assert.Equal("sender-wallet-address", FlowSummary.Of(state).Step);
        Assert.Equal("receiver-wallet-address", FlowSummary.Of(state.After(Reply.Body(Bodies.Wallet(Given.Alice)))).Step);
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 3)]
    [InlineData("usd", 2)]
    public void An_amount_in_another_asset_than_the_receivers_is_a_fault_in_the_order(string code, int scale)
    {
        var bob = Bodies.Wallet(Given.Bob with { AssetCode = code, AssetScale = scale });
        var reason = Failed(Orders.OneTime.Started().After(Reply.Body(Bodies.Wallet(Given.Alice))).After(Reply.Body(bob)));
        Assert.Equal((Reason.Codes.AssetMismatch, Fault.Order), (reason.Code, reason.Fault));
        Assert.Contains($"{code} at scale {scale}", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_debited_is_in_the_senders_asset() => Assert.Equal(Reason.Codes.AssetMismatch,
        Failed(Orders.FixedDebit.Started().After(Reply.Body(Bodies.Wallet(Given.Alice with { AssetScale = 2 })))).Code);

    [Fact]
    public void Servers_are_used_as_they_are_given_path_and_all()
    {
        Assert.Equal(Given.Bob.AuthServer, Stages.RequestingGrant.Sends<RequestGrant, GrantResponse>().AuthServer);
        Assert.Equal(Given.Bob.ResourceServer,
            Stages.CreatingIncomingPayment.Sends<CreateIncomingPayment, IncomingPaymentWithMethods>().ResourceServer);
        Assert.Equal(Given.Alice.ResourceServer, Stages.CreatingQuote.Sends<CreateQuote, Quote>().ResourceServer);
        Assert.Equal(Given.Alice.ResourceServer,
            Stages.ReadingSpentAmounts.Sends<GetSpentAmounts, GetOutgoingPaymentGrantResponse>().ResourceServer);
    }

    [Fact]
    public void An_address_that_leads_to_another_is_that_other_which_is_used_and_shown_with_the_one_that_was_ordered()
    {
        var order = Orders.OneTime with { Receiver = new Uri("https://bob.example/pay-me") };
        var state = order.Started().After(Reply.Body(Bodies.Wallet(Given.Alice))).After(Reply.Body(Bodies.Wallet(Given.Bob)));
        Assert.Equal(new Party(Given.Bob.Id, "Bob", order.Receiver), FlowSummary.Of(state).Receiver);
        Assert.Equal(new Party(Given.Alice.Id, "Alice", null), FlowSummary.Of(state).Sender);
        var creating = state.After(Reply.Body(Bodies.Granted("incoming")));
        var ask = Assert.IsType<CreateIncomingPayment>(((Step<FlowState>.Ask<IncomingPaymentWithMethods>)Flows.Next(creating)).Request);
        Assert.Equal(Given.Bob.Id, ask.Body.WalletAddress);
    }

    [Theory]
    [InlineData("https://CLOUDNINE.example:443/alice/")]
    [InlineData("https://cloudnine.example/%61lice")]
    public void The_same_address_in_another_spelling_is_no_other(string id) =>
        Assert.Null(Stages.ReadingWalletAddress.After(Reply.Body(Bodies.Wallet(Given.Alice with { Id = new Uri(id) }))).Finds<Wallet>()
            .AskedAs);

    [Theory]
    [MemberData(nameof(NoWebUrls.All), MemberType = typeof(NoWebUrls))]
    public void A_document_whose_id_or_server_is_no_absolute_web_url_is_no_wallet_address_and_says_which(string url)
    {
        var uri = NoWebUrls.Of(url);
        Refuses("id", Bodies.Wallet(Given.Alice with { Id = uri }));
        Refuses("authServer", Bodies.Wallet(Given.Alice with { AuthServer = uri }));
        Refuses("resourceServer", Bodies.Wallet(Given.Alice with { ResourceServer = uri }));

        void Refuses(string member, WalletAddress document)
        {
            var reason = Stages.ReadingWalletAddress.After(Reply.Body(document)).Stops();
            Assert.Equal((Reason.Codes.NotAWalletAddress, Fault.Order), (reason.Code, reason.Fault));
            Assert.Contains($"its {member} is \"{url}\", which is no absolute http(s) URL", reason.Detail, StringComparison.Ordinal);
        }
    }

    private static Reason Failed(FlowState state) => Assert.IsType<Progress.Failed>(state.Progress.Behind()).Reason;
}

/// <summary>URLs that no server may give as an id.</summary>
public static class NoWebUrls
{
    public static TheoryData<string> All =>
        ["javascript:alert(1)", "/relative", "", "ftp://cloudnine.example/alice", "https://alice:word@cloudnine.example/",
            "https://cloudnine.example/alice#here"];

    public static Uri Of(string url) => new(url, UriKind.RelativeOrAbsolute);
}

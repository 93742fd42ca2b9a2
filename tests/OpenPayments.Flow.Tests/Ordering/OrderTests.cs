using Xunit;

namespace OpenPayments.Flow.Tests.Ordering;

public sealed class OrderTests
{
    [Fact]
    public void An_order_without_fault_begins_with_the_senders_wallet_address()
    {
        foreach (var order in Orders.All)
            Assert.Equal(new FlowState(order, new Progress.Asking(new Journal(order.Flow, []), Stages.ReadingWalletAddress)),
                order.Started());
    }

    [Fact]
    public void The_largest_and_the_smallest_amount_are_amounts()
    {
        Assert.Null(Error(Orders.OneTime with { IncomingAmount = Given.Dollars(ulong.MaxValue) }));
        Assert.Null(Error(Orders.OneTime with { IncomingAmount = Given.Dollars(1) with { AssetScale = 255 } }));
        Assert.Null(Error(Orders.OneTime with { IncomingAmount = Given.Dollars(1) with { AssetScale = 0 } }));
    }

    [Fact]
    public void An_amount_of_nothing_is_refused() =>
        Refused("IncomingAmount.Value", Orders.OneTime with { IncomingAmount = Given.Dollars(0) });

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void A_scale_outside_0_to_255_is_refused(int scale) =>
        Refused("IncomingAmount.AssetScale", Orders.OneTime with { IncomingAmount = Given.Dollars(1) with { AssetScale = scale } });

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("US D")]
    [InlineData("US\nD")]
    public void An_asset_code_that_is_no_word_is_refused(string code) =>
        Refused("IncomingAmount.AssetCode", Orders.OneTime with { IncomingAmount = Given.Dollars(1) with { AssetCode = code } });

    [Theory]
    [InlineData("/alice")]
    [InlineData("file:///alice")]
    [InlineData("ftp://cloudnine.example/alice")]
    [InlineData("https://alice:hush-password@cloudnine.example/")]
    [InlineData("https://cloudnine.example/alice#here")]
    public void A_url_that_is_no_web_address_is_refused(string url)
    {
        var uri = new Uri(url, UriKind.RelativeOrAbsolute);
        Refused("Sender", Orders.OneTime with { Sender = uri });
        Refused("Receiver", Orders.OneTime with { Receiver = uri });
        Refused("FinishUri", Orders.OneTime with { FinishUri = uri });
    }

    [Fact]
    public void Nobody_pays_themselves() => Refused("Receiver", Orders.OneTime with { Receiver = Orders.OneTime.Sender });

    [Theory]
    [InlineData("https://shop.example/finish#here")]
    [InlineData("https://shop.example/finish?hash=1")]
    [InlineData("https://shop.example/finish?a=1&interact_ref=2")]
    [InlineData("https://shop.example/finish?a=1&result")]
    public void A_finish_uri_that_the_wallets_answer_would_not_fit_is_refused(string uri) =>
        Refused("FinishUri", Orders.OneTime with { FinishUri = new Uri(uri) });

    [Theory]
    [InlineData("https://shop.example/finish?order=42&rehash=1")]
    [InlineData("http://localhost:5000/finish")]
    public void A_finish_uri_may_have_its_own_query(string uri) => Assert.Null(Error(Orders.OneTime with { FinishUri = new Uri(uri) }));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"\ud800":1}""")]
    public void Metadata_that_is_no_json_object_is_refused(string metadata) =>
        Refused("Metadata", Orders.OneTime with { Metadata = metadata });

    [Theory]
    [InlineData("""{"id":9007199254740993}""", "/id")]
    [InlineData("""{"a":[1,{"b":1e400}]}""", "/a/1/b")]
    [InlineData("""{"a":-1e400}""", "/a")]
    [InlineData("""{"a/b":{"c~d":0.1000000000000000055}}""", "/a~1b/c~0d")]
    [InlineData("""{"a":1e-400}""", "/a")]
    [InlineData("""{"a":123456789012345678901234567890}""", "/a")]
    public void A_number_that_ecmascript_would_change_is_refused_with_its_json_pointer(string metadata, string where)
    {
        Refused("Metadata", Orders.OneTime with { Metadata = metadata });
        Assert.StartsWith($"The number at {where} ", Error(Orders.OneTime with { Metadata = metadata })?.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740991")]
    [InlineData("0.1")]
    [InlineData("2.50")]
    [InlineData("1E3")]
    [InlineData("1e21")]
    [InlineData("-0")]
    [InlineData("0e999")]
    [InlineData("5e-324")]
    public void A_number_that_arrives_as_it_is_is_sent(string number) =>
        Assert.Null(Error(Orders.OneTime with { Metadata = $$"""{"a":{{number}}}""" }));

    [Fact]
    public void Text_that_is_not_unicode_is_refused()
    {
        var half = (char)0xd800;
        Refused("IncomingAmount.AssetCode", Orders.OneTime with { IncomingAmount = Given.Dollars(1) with { AssetCode = $"US{half}" } });
        Refused("Metadata", Orders.OneTime with { Metadata = $$"""{"a":"{{half}}"}""" });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"a":{"b":[1,null,"\ud83d\ude00"]}}""")]
    public void Metadata_is_any_json_object_or_none(string? metadata) => Assert.Null(Error(Orders.OneTime with { Metadata = metadata }));

    internal static void Refused(string field, Order order)
    {
        var error = Error(order);
        Assert.Equal(field, error?.Field);
        Assert.EndsWith(".", error?.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error?.Why, StringComparison.Ordinal);
    }

    internal static OrderError? Error(Order order) => Flows.Start(order).MatchUnsafe<OrderError?>(Right: _ => null, Left: e => e);
}

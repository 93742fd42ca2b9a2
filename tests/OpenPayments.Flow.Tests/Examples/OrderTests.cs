using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class OrderTests
{
    [Fact]
    public void An_order_without_fault_begins_with_the_sender() => Assert.Equal(Given.FindingSender, PaymentFlow.Start(Given.Order).MatchUnsafe<Payment?>(Right: s => s, Left: _ => null));

    [Fact]
    public void The_largest_and_the_smallest_amount_are_amounts()
    {
        Assert.Null(Error(Given.Order with { IncomingAmount = Given.Dollars(ulong.MaxValue) }));
        Assert.Null(Error(Given.Order with { IncomingAmount = Given.Dollars(1) with { AssetScale = 255 } }));
        Assert.Null(Error(Given.Order with { IncomingAmount = Given.Dollars(1) with { AssetScale = 0 } }));
    }

    [Fact]
    public void An_amount_of_nothing_is_refused() => Refused("IncomingAmount.Value", Given.Order with { IncomingAmount = Given.Dollars(0) });

    [Theory]
    [InlineData(-1)]
    [InlineData(256)]
    public void A_scale_outside_0_to_255_is_refused(int scale) => Refused("IncomingAmount.AssetScale", Given.Order with { IncomingAmount = Given.Dollars(1) with { AssetScale = scale } });

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("US D")]
    [InlineData("US\nD")]
    public void An_asset_code_that_is_no_word_is_refused(string code) => Refused("IncomingAmount.AssetCode", Given.Order with { IncomingAmount = Given.Dollars(1) with { AssetCode = code } });

    [Theory]
    [InlineData("/alice")]
    [InlineData("file:///alice")]
    [InlineData("ftp://cloudnine.example/alice")]
    [InlineData("https://alice:hush-password@cloudnine.example/")]
    public void A_url_that_is_no_web_address_is_refused(string url)
    {
        var uri = new Uri(url, UriKind.RelativeOrAbsolute);
        Refused("Sender", Given.Order with { Sender = uri });
        Refused("Receiver", Given.Order with { Receiver = uri });
        Refused("FinishUri", Given.Order with { FinishUri = uri });
    }

    [Fact]
    public void Nobody_pays_themselves() => Refused("Receiver", Given.Order with { Receiver = Given.Order.Sender });

    [Theory]
    [InlineData("https://shop.example/finish#here")]
    [InlineData("https://shop.example/finish?hash=1")]
    [InlineData("https://shop.example/finish?a=1&interact_ref=2")]
    [InlineData("https://shop.example/finish?a=1&result")]
    public void A_finish_uri_that_the_wallets_answer_would_not_fit_is_refused(string uri) => Refused("FinishUri", Given.Order with { FinishUri = new Uri(uri) });

    [Theory]
    [InlineData("https://shop.example/finish?order=42&rehash=1")]
    [InlineData("http://localhost:5000/finish")]
    public void A_finish_uri_may_have_its_own_query(string uri) => Assert.Null(Error(Given.Order with { FinishUri = new Uri(uri) }));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"\ud800":1}""")]
    public void Metadata_that_is_no_json_object_is_refused(string metadata) => Refused("Metadata", Given.Order with { Metadata = metadata });

    [Fact]
    public void Text_that_is_not_unicode_is_refused()
    {
        var half = (char)0xd800;
        Refused("IncomingAmount.AssetCode", Given.Order with { IncomingAmount = Given.Dollars(1) with { AssetCode = $"US{half}" } });
        Refused("Metadata", Given.Order with { Metadata = $$"""{"a":"{{half}}"}""" });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"a":{"b":[1,null,"\ud83d\ude00"]}}""")]
    public void Metadata_is_any_json_object_or_none(string? metadata) => Assert.Null(Error(Given.Order with { Metadata = metadata }));

    private static void Refused(string field, PaymentOrder order)
    {
        var error = Error(order);
        Assert.Equal(field, error?.Field);
        Assert.EndsWith(".", error?.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error?.Why, StringComparison.Ordinal);
    }

    private static OrderError? Error(PaymentOrder order) => PaymentFlow.Start(order).MatchUnsafe<OrderError?>(Right: _ => null, Left: e => e);
}

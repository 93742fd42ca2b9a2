using Xunit;
using static OpenPayments.Flow.Tests.Amounts.Moneys;

namespace OpenPayments.Flow.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Asset Jpy = new("JPY", 0);

    private static readonly Asset Fine = new("XYZ", 255);

    [Fact]
    public void An_amount_is_printed_in_its_asset_s_units()
    {
        Assert.Equal("10.00 USD", new Money(1000, Usd).ToString());
        Assert.Equal("0.05 USD", new Money(5, Usd).ToString());
        Assert.Equal("0.00 USD", Money.Zero(Usd).ToString());
        Assert.Equal("300 JPY", new Money(300, Jpy).ToString());
        Assert.Equal("184467440737095516.15 USD", new Money(ulong.MaxValue, Usd).ToString());
        Assert.Equal("18446744073709551615 JPY", new Money(ulong.MaxValue, Jpy).ToString());
        Assert.Equal($"0.{new string('0', 254)}1 XYZ", new Money(1, Fine).ToString());
    }

    [Theory]
    [InlineData("10.00 USD", 1000ul)]
    [InlineData("10 USD", 1000ul)]
    [InlineData("10.5 USD", 1050ul)]
    [InlineData("10.50", 1050ul)]
    [InlineData("0.00 USD", 0ul)]
    [InlineData("0.01", 1ul)]
    [InlineData("184467440737095516.15 USD", ulong.MaxValue)]
    public void What_a_person_writes_is_read(string text, ulong value) => Assert.Equal(new Money(value, Usd), Good(Money.Parse(text, Usd)));

    [Fact]
    public void The_largest_amount_at_the_largest_scale_is_read() =>
        Assert.Equal(new Money(ulong.MaxValue, Fine), Good(Money.Parse($"0.{new string('0', 235)}18446744073709551615 XYZ", Fine)));

    [Theory]
    [InlineData("")]
    [InlineData("USD")]
    [InlineData(" 10 USD")]
    [InlineData("10 USD ")]
    [InlineData("10  USD")]
    [InlineData("-10.00 USD")]
    [InlineData("+10.00 USD")]
    [InlineData("1,000.00 USD")]
    [InlineData("1'000 USD")]
    [InlineData("1 000 USD")]
    [InlineData("10,50 USD")]
    [InlineData("1e3 USD")]
    [InlineData("0x10 USD")]
    [InlineData("10. USD")]
    [InlineData(".50 USD")]
    [InlineData("1.2.3 USD")]
    [InlineData("007 USD")]
    [InlineData("00.50 USD")]
    [InlineData("١٠ USD")]
    [InlineData("10.005 USD")]
    [InlineData("10.000 USD")]
    [InlineData("10.00 EUR", "OtherAsset")]
    [InlineData("10.00 usd", "OtherAsset")]
    [InlineData("184467440737095516.16 USD", "TooLarge")]
    [InlineData("1000000000000000000000000000000 USD", "TooLarge")]
    public void What_is_no_amount_of_the_asset_is_refused(string text, string why = "NotAnAmount")
    {
        var error = Bad(Money.Parse(text, Usd));
        Assert.Equal(why, error.GetType().Name);
        Assert.EndsWith(".", error.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_says_what_was_wrong_in_a_sentence()
    {
        Assert.Equal("USD has 2 decimals and no more: write an amount such as 10.00 USD.", Bad(Money.Parse("10.005", Usd)).Why);
        Assert.Equal("JPY has no decimals: write an amount such as 10 JPY.", Bad(Money.Parse("10.0", Jpy)).Why);
        Assert.Equal("The amount must be in USD, but is in EUR; assets and scales are not converted.",
            Bad(Money.Parse("10.00 EUR", Usd)).Why);
        Assert.Equal("The amount must be in USD, but is in another asset; assets and scales are not converted.",
            Bad(Money.Parse($"10 {new string('x', 21)}", Usd)).Why);
        Assert.Equal("The amount must be in USD at scale 2, but is in USD at scale 3; assets and scales are not converted.",
            Bad(new Money(1, Usd).Plus(new Money(1, new Asset("USD", 3)))).Why);
        Assert.Equal("The amount is more than 184467440737095516.15 USD, the most that the protocol can express.",
            Bad(new Money(ulong.MaxValue, Usd).Plus(new Money(1, Usd))).Why);
        Assert.Equal("0.02 USD cannot be taken from 0.01 USD.", Bad(new Money(1, Usd).Minus(new Money(2, Usd))).Why);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("US D", 2)]
    [InlineData("US\nD", 2)]
    [InlineData("USD", -1)]
    [InlineData("USD", 256)]
    public void An_asset_that_is_none_is_refused(string code, int scale)
    {
        Assert.IsType<MoneyError.NotAnAsset>(Bad(Asset.Of(code, scale)));
        Assert.IsType<MoneyError.NotAnAsset>(Bad(Money.Of(Given.Dollars(1) with { AssetCode = code, AssetScale = scale })));
        Assert.Throws<ArgumentException>(() => new Asset(code, scale));
    }

    [Fact]
    public void No_parts_add_up_to_nothing() => Assert.Equal(Money.Zero(Usd), Good(Money.Sum(Usd, [])));
}

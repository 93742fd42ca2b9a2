using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Generated;
using Xunit;
using static OpenPayments.Flow.Tests.Amounts.Moneys;

namespace OpenPayments.Flow.Tests.Amounts;

public sealed class QuoteCostTests
{
    [Fact]
    public void In_one_asset_the_fee_is_what_does_not_arrive()
    {
        var cost = Good(QuoteCost.Of(Given.Dollars(1132), Given.Dollars(1000)));
        Assert.Equal(("1.32 USD", "0.883392"), (cost.Fee?.ToString(), cost.Rate));
    }

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("USD", 3)]
    public void Between_two_assets_or_scales_the_fee_is_inside_the_rate(string code, int scale) =>
        Assert.Null(Good(QuoteCost.Of(Given.Dollars(1132) with { AssetCode = code, AssetScale = scale }, Given.Dollars(1000))).Fee);

    [Fact]
    public void Where_more_arrives_than_leaves_there_is_no_fee() =>
        Assert.Null(Good(QuoteCost.Of(Given.Dollars(1000), Given.Dollars(1001))).Fee);

    [Fact]
    public void Where_all_arrives_the_fee_is_nothing() =>
        Assert.Equal(Money.Zero(Usd), Good(QuoteCost.Of(Given.Dollars(1000), Given.Dollars(1000))).Fee);

    [Theory]
    [InlineData(1000, 2, 1000, 2, "1")]
    [InlineData(1000, 2, 0, 2, "0")]
    [InlineData(0, 2, 1000, 2, null)]
    [InlineData(100, 2, 18_345, 2, "183.45")]
    [InlineData(1000, 2, 1500, 0, "150")]
    [InlineData(3, 0, 2, 0, "0.666667")]
    [InlineData(1, 0, 12_345_678, 0, "12345700")]
    [InlineData(1, 9, 1, 0, "1000000000")]
    [InlineData(1, 0, 1, 9, "0.000000001")]
    [InlineData(2_000_000, 0, 1_999_999, 0, "1")]
    [InlineData(2_000_000, 0, 2_000_001, 0, "1")]
    [InlineData(2_000_000, 0, 2_000_003, 0, "1")]
    [InlineData(2_000_000, 0, 2_000_010, 0, "1")]
    [InlineData(2_000_000, 0, 2_000_030, 0, "1.00002")]
    [InlineData(2_000_000, 0, 2_000_011, 0, "1.00001")]
    public void The_rate_is_in_whole_units_and_rounded_half_to_even(
        int debit, int debitScale, int receive, int receiveScale, string? rate) =>
        Assert.Equal(rate, Good(QuoteCost.Of(Amount(debit, debitScale), Amount(receive, receiveScale))).Rate);

    [Fact]
    public void A_rate_is_the_nearest_number_of_six_digits() => Prop.ForAll(Any, Any, (debit, receive) =>
    {
        if (debit.Value == 0 || receive.Value == 0) return true;
        var rate = Good(QuoteCost.Of(debit.ToAmount(), receive.ToAmount())).Rate!;
        var digits = rate.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        if (digits.TrimEnd('0').Length > QuoteCost.RateDigits || rate.Any(c => !char.IsAsciiDigit(c) && c != '.')) return false;

        // |rate - receive / debit| is at most half a unit of the sixth digit, so at most 0.000005 of the rate
        var (whole, places) =
            (BigInteger.Parse(rate.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
            rate.Contains('.', StringComparison.Ordinal) ? rate.Length - rate.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
        var (exact, shown) =
            (receive.Value * BigInteger.Pow(10, debit.Asset.Scale + places), whole * debit.Value * BigInteger.Pow(10, receive.Asset.Scale));
        return BigInteger.Abs(exact - shown) * 200_000 <= BigInteger.Max(exact, shown);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    [Fact]
    public void An_amount_of_no_asset_costs_nothing_that_could_be_shown() =>
        Assert.IsType<MoneyError.NotAnAsset>(Bad(QuoteCost.Of(Given.Dollars(1), Given.Dollars(1) with { AssetScale = 256 })));

    private static Amount Amount(int value, int scale) => Given.Dollars((ulong)value) with { AssetScale = scale };
}

using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;
using Xunit;
using static OpenPayments.Flow.Tests.Amounts.Moneys;

namespace OpenPayments.Flow.Tests.Amounts;

/// <summary>What holds of all amounts; whole numbers without bounds are the judge.</summary>
public sealed class MoneyLaws
{
    [Fact]
    public void A_sum_is_exact_or_refused_as_too_large() =>
        Holds(Alike, pair =>
        Agrees(pair.One.Plus(pair.Other), Big(pair.One) + Big(pair.Other), pair.One.Asset, error => error is MoneyError.TooLarge));

    [Fact]
    public void A_difference_is_exact_or_refused_as_below_zero() =>
        Holds(Alike, pair =>
        Agrees(pair.One.Minus(pair.Other), Big(pair.One) - Big(pair.Other), pair.One.Asset, error => error is MoneyError.BelowZero));

    [Fact]
    public void What_is_added_can_be_taken_away() => Holds(Alike, pair => pair.One.Plus(pair.Other).Match(
        Right: sum => sum.Minus(pair.Other) == Prelude.Right<MoneyError, Money>(pair.One), Left: error => error is MoneyError.TooLarge));

    [Fact]
    public void Order_is_the_order_of_the_numbers() => Holds(Alike, pair =>
        Good(pair.One.Compare(pair.Other)) == Big(pair.One).CompareTo(Big(pair.Other))
            && Good(pair.One.AtMost(pair.Other)) == Big(pair.One) <= Big(pair.Other));

    [Fact]
    public void A_list_adds_up_as_its_numbers_do() => Holds(Alike, pair =>
        Agrees(Money.Sum(pair.One.Asset, [pair.One, pair.Other, pair.One]), 2 * Big(pair.One) + Big(pair.Other), pair.One.Asset, error =>
            error is MoneyError.TooLarge));

    [Fact]
    public void Assets_and_scales_never_mix() => Holds(Mixed, pair =>
        Bad(pair.One.Plus(pair.Other)) is MoneyError.OtherAsset && Bad(pair.One.Minus(pair.Other)) is MoneyError.OtherAsset
        && Bad(pair.One.Compare(pair.Other)) is MoneyError.OtherAsset && Bad(pair.One.AtMost(pair.Other)) is MoneyError.OtherAsset
        && Bad(Money.Sum(pair.One.Asset, [pair.One, pair.Other])) is MoneyError.OtherAsset);

    [Fact]
    public void What_is_printed_can_be_read() => Holds(Any, money => Good(Money.Parse(money.ToString(), money.Asset)) == money);

    [Fact]
    public void What_is_printed_has_all_decimals_of_its_asset_and_no_more() => Holds(Any, money =>
        money.ToString().Split(' ')[0].Split('.') is [var whole, .. var rest] && rest is [] or [_]
            && string.Concat(rest).Length == money.Asset.Scale
        && BigInteger.Parse(whole + string.Concat(rest), null) == Big(money));

    [Fact]
    public void An_amount_over_the_wire_and_back_is_the_same() => Holds(Any, money => Good(Money.Of(money.ToAmount())) == money);

    private static bool Agrees(Either<MoneyError, Money> result, BigInteger exact, Asset asset, Func<MoneyError, bool> refused) =>
        exact >= 0 && exact <= ulong.MaxValue ? Good(result) == new Money((ulong)exact, asset) : refused(Bad(result));

    private static BigInteger Big(Money money) => money.Value;

    private static void Holds<T>(Arbitrary<T> values, Func<T, bool> law) =>
        Prop.ForAll(values, law).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));
}

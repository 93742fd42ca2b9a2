using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

namespace OpenPayments.Flow.Tests.Amounts;

/// <summary>Draws amounts, most of them where something could go wrong: at the ends of 64 bits and of the scale.</summary>
public static class Moneys
{
    public static readonly Asset Usd = new("USD", 2);

    private static readonly Gen<ulong> Values = Gen.OneOf(
        Gen.Choose(0, 2000).Select(n => (ulong)n),
        Gen.Choose(0, 2000).Select(n => ulong.MaxValue - (ulong)n),
        Gen.Choose(0, 2000).Select(n => ulong.MaxValue / 2 + (ulong)n),
        from power in Gen.Choose(0, 63) from low in Gen.Choose(0, int.MaxValue) select (1ul << power) ^ (ulong)low);

    private static readonly Gen<Asset> Assets =
        from code in Gen.Elements("USD", "MXN", "JPY", "€uro")
        from scale in Gen.OneOf(Gen.Choose(0, 4), Gen.Elements(0, 9, 18, 19, 20, 21, 254, 255))
        select new Asset(code, scale);

    public static Arbitrary<Money> Any { get; } = Arb.From(from value in Values from asset in Assets select new Money(value, asset));

    /// <summary>Two of one asset: any two, two that are equal or nearly so, and two that nearly fill 64 bits.</summary>
    public static Arbitrary<(Money One, Money Other)> Alike { get; } = Arb.From(
        from asset in Assets
        from one in Values
        from step in Gen.Choose(-1, 1)
        from other in Gen.OneOf(
            Values, Gen.Constant(unchecked(one + (ulong)step)), Gen.Constant(unchecked(ulong.MaxValue - one + (ulong)step)))
        select (new Money(one, asset), new Money(other, asset)));

    public static Arbitrary<(Money One, Money Other)> Mixed { get; } = Arb.From(
        from one in Any.Generator from other in Any.Generator where one.Asset != other.Asset select (one, other));

    public static T Good<T>(Either<MoneyError, T> either) =>
        either.Match(Right: value => value, Left: error => throw new InvalidOperationException(error.Why));

    public static MoneyError Bad<T>(Either<MoneyError, T> either) =>
        either.Match(Right: value => throw new InvalidOperationException($"not refused: {value}"), Left: error => error);
}

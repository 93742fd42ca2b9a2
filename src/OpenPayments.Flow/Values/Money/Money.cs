using LanguageExt;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>
/// An amount that can be calculated with: unsigned 64 bits of one asset at one scale, as the protocol's <c>amount</c>. Assets and
/// scales never mix, nothing wraps around, nothing is rounded: what cannot be is a <see cref="MoneyError"/>.
/// </summary>
/// <param name="Value">In the asset's smallest unit; 0 to 18446744073709551615.</param>
/// <param name="Asset">What it is an amount of.</param>
public sealed record Money(ulong Value, Asset Asset)
{
    /// <summary>A server's amount, or what is wrong with its asset (<c>Left</c>).</summary>
    public static Either<MoneyError, Money> Of(Amount amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return Asset.Of(amount.AssetCode, amount.AssetScale).Map(asset => new Money(amount.Value, asset));
    }

    /// <summary>None of this asset.</summary>
    public static Money Zero(Asset asset) => new(0, asset);

    /// <summary>All parts together, each in this asset: what a payer consents to when several receivers are paid. No parts are zero.</summary>
    public static Either<MoneyError, Money> Sum(Asset asset, IEnumerable<Money> parts) =>
        parts.Aggregate(Right<MoneyError, Money>(Zero(asset)), (sum, part) => sum.Bind(so => so.Plus(part)));

    /// <summary>
    /// Reads what a person wrote, in the asset's units: <c>10.00 USD</c>, <c>10 USD</c>, or <c>10.00</c> where the asset is understood.
    /// A point for the decimals, no more of them than the asset has, no signs, no separators, no exponents.
    /// </summary>
    public static Either<MoneyError, Money> Parse(string text, Asset asset)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(asset);
        return MoneyText.Parse(text, asset);
    }

    /// <summary>As it goes over the wire.</summary>
    public Amount ToAmount() => new() { Value = Value, AssetCode = Asset.Code, AssetScale = Asset.Scale };

    /// <summary>Both together; <see cref="MoneyError.TooLarge"/> above 2^64 - 1.</summary>
    public Either<MoneyError, Money> Plus(Money other) => Alike(other).Bind(more => more.Value <= ulong.MaxValue - Value
        ? Right<MoneyError, Money>(this with { Value = Value + more.Value })
        : Left<MoneyError, Money>(new MoneyError.TooLarge(this with { Value = ulong.MaxValue })));

    /// <summary>What remains; <see cref="MoneyError.BelowZero"/> when more is taken than there is.</summary>
    public Either<MoneyError, Money> Minus(Money other) => Alike(other).Bind(less => less.Value <= Value
        ? Right<MoneyError, Money>(this with { Value = Value - less.Value })
        : Left<MoneyError, Money>(new MoneyError.BelowZero(this, less)));

    /// <summary>-1 when this is less than the other, 0 when they are equal, 1 when it is more.</summary>
    public Either<MoneyError, int> Compare(Money other) => Alike(other).Map(alike => Value.CompareTo(alike.Value));

    /// <summary>Whether this stays within a limit; the limit itself does.</summary>
    public Either<MoneyError, bool> AtMost(Money limit) => Alike(limit).Map(most => Value <= most.Value);

    /// <summary>For people, in the asset's units with all its decimals: "10.00 USD", "300 JPY". <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => MoneyText.Print(this);

    private Either<MoneyError, Money> Alike(Money other) => other.Asset == Asset
        ? Right<MoneyError, Money>(other)
        : Left<MoneyError, Money>(new MoneyError.OtherAsset(Asset.ToString(), other.Asset.ToString()));
}

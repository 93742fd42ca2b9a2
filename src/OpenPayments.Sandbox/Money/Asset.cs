using System.Globalization;
using System.Numerics;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Money;

/// <summary>A currency at a scale: amounts are whole numbers of its 10^-<paramref name="Scale"/> units.</summary>
public sealed record Asset(string Code, int Scale)
{
    internal BigInteger UnitsInOne => BigInteger.Pow(10, Scale);

    internal Amount Of(ulong value) => new() { Value = value, AssetCode = Code, AssetScale = Scale };

    /// <summary>A sum may be more than an amount can say; then it says the most.</summary>
    internal Amount OfAtMost(BigInteger value) => Of((ulong)BigInteger.Min(value, ulong.MaxValue));

    internal bool Fits(Amount amount) => amount.AssetCode == Code && amount.AssetScale == Scale;

    /// <summary>"10.00 USD": the amount as a person reads it.</summary>
    internal string Print(BigInteger value)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var sign = value.Sign < 0 ? "-" : "";
        return Scale == 0 ? $"{sign}{digits} {Code}" : $"{sign}{digits[..^Scale]}.{digits[^Scale..]} {Code}";
    }
}

using System.Globalization;
using System.Numerics;

namespace OpenPayments.Flow.Values;

/// <summary>The quotient of two whole numbers as decimal text. Whole numbers throughout: a binary fraction would not be what was quoted.</summary>
internal static class Ratio
{
    /// <summary><paramref name="value"/> times 10^<paramref name="power"/>.</summary>
    public static BigInteger Scaled(BigInteger value, int power) => value * BigInteger.Pow(10, power);

    /// <summary>Numerator by denominator, to so many significant digits, rounded half to even; no exponent, no trailing zeros.</summary>
    public static string Print(BigInteger numerator, BigInteger denominator, int digits)
    {
        if (numerator.IsZero) return "0";
        var decimals = digits - 1 - Magnitude(numerator, denominator);
        var rounded = Round(Shifted(numerator, decimals), Shifted(denominator, -decimals));
        var text = Shifted(rounded, -decimals).ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(decimals, 0) + 1, '0');
        return decimals <= 0 ? text : $"{text[..^decimals]}.{text[^decimals..]}".TrimEnd('0').TrimEnd('.');
    }

    /// <summary>The power of ten of the first significant digit: 0 for 1 to 9.99, -1 for 0.1 to 0.999.</summary>
    private static int Magnitude(BigInteger numerator, BigInteger denominator)
    {
        var guess = Length(numerator) - Length(denominator);
        return Shifted(numerator, -guess) >= Shifted(denominator, guess) ? guess : guess - 1;
    }

    private static BigInteger Round(BigInteger numerator, BigInteger denominator)
    {
        var down = BigInteger.DivRem(numerator, denominator, out var rest);
        var half = (2 * rest).CompareTo(denominator);
        return half > 0 || (half == 0 && !down.IsEven) ? down + 1 : down;
    }

    /// <summary>To the left only: a shift to the right is a shift of the other number to the left.</summary>
    private static BigInteger Shifted(BigInteger value, int power) => power > 0 ? Scaled(value, power) : value;

    private static int Length(BigInteger value) => value.ToString(CultureInfo.InvariantCulture).Length;
}

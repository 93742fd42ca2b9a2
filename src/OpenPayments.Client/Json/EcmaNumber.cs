using System.Globalization;

namespace OpenPayments.Client;

/// <summary>
/// Numbers as ECMAScript prints them (ECMA-262, Number::toString in base 10): read as a binary64, then the shortest digits that
/// read back the same, with an exponent from 1e21 upwards and below 1e-6. What overflows to infinity is <c>null</c> in JSON.
/// </summary>
internal static class EcmaNumber
{
    public const int MaxLength = 32;

    /// <summary>Whether a JSON number is printed as it stands: an integer that a binary64 holds exactly.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> json)
    {
        var digits = json is [(byte)'-', .. var rest] ? rest : json;
        return digits.Length <= 15 && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9') && !json.SequenceEqual("-0"u8);
    }

    public static int Format(ReadOnlySpan<byte> json, Span<byte> destination)
    {
        var value = double.Parse(json, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value)) return Put("null"u8, destination);
        if (value == 0) return Put("0"u8, destination);

        // "E16" and the like would fix the digits; "R" gives the shortest that round-trip, in a shape of its own
        Span<byte> shortest = stackalloc byte[MaxLength];
        _ = Math.Abs(value).TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        Span<byte> digits = stackalloc byte[MaxLength];
        var point = Decompose(shortest[..length], digits, out var count);
        var sign = value < 0 ? Put("-"u8, destination) : 0;
        return sign + Print(digits[..count], point, destination[sign..]);
    }

    /// <summary>Splits "12.5E+30" into its significant digits (ECMA's s, of length k) and the place of the point (ECMA's n).</summary>
    private static int Decompose(ReadOnlySpan<byte> text, Span<byte> digits, out int count)
    {
        var e = text.IndexOf((byte)'E');
        var exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var dot = mantissa.IndexOf((byte)'.');
        var point = (dot < 0 ? mantissa.Length : dot) + exponent;
        count = 0;
        foreach (var c in mantissa)
        {
            if (c == '.') continue;
            if (c == '0' && count == 0) point--; // leading zeros carry no digit
            else digits[count++] = c;
        }
        while (digits[count - 1] == '0') count--;
        return point;
    }

    // the cases of Number::toString, in its order
    private static int Print(ReadOnlySpan<byte> digits, int n, Span<byte> to)
    {
        var k = digits.Length;
        if (k <= n && n <= 21)
        {
            digits.CopyTo(to);
            to[k..n].Fill((byte)'0');
            return n;
        }
        if (0 < n && n <= 21)
        {
            digits[..n].CopyTo(to);
            to[n] = (byte)'.';
            digits[n..].CopyTo(to[(n + 1)..]);
            return k + 1;
        }
        if (-6 < n && n <= 0)
        {
            "0."u8.CopyTo(to);
            to.Slice(2, -n).Fill((byte)'0');
            digits.CopyTo(to[(2 - n)..]);
            return 2 - n + k;
        }
        var length = Put(digits[..1], to);
        if (k > 1)
        {
            to[length++] = (byte)'.';
            length += Put(digits[1..], to[length..]);
        }
        length += Put(n > 0 ? "e+"u8 : "e-"u8, to[length..]);
        _ = Math.Abs(n - 1).TryFormat(to[length..], out var written, default, CultureInfo.InvariantCulture);
        return length + written;
    }

    private static int Put(ReadOnlySpan<byte> text, Span<byte> to)
    {
        text.CopyTo(to);
        return text.Length;
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenPayments.Client;

namespace OpenPayments.Host.Contracts;

/// <summary>
/// The numbers of a JSON value that ECMAScript changes when it reads them (RFC 8259 section 6): too long for a binary64, or too large.
/// Two of them may look the same canonically and still be two: 12345678901234567890 and 12345678901234567891.
/// </summary>
internal static class LossyNumbers
{
    // an exponent that is longer is told by its text
    private const int LongestExponent = 9;

    /// <summary>Each with its pointer (RFC 6901), in the order of the pointers: the same for equal values, however they are written.</summary>
    public static IEnumerable<(string Pointer, string Exactly)> In(JsonElement value) =>
        Of(value, "").OrderBy(number => number.Pointer, StringComparer.Ordinal);

    private static IEnumerable<(string Pointer, string Exactly)> Of(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Of(member.Value, $"{at}/{Escape(member.Name)}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Of(item, string.Create(CultureInfo.InvariantCulture, $"{at}/{i}"))),
        JsonValueKind.Number when Exactly(value.GetRawText()) is var exactly && exactly != Exactly(Canonical(value)) => [(at, exactly)],
        _ => [],
    };

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Canonical(JsonElement number) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(number.GetRawText())));

    /// <summary>One text for each number: its digits without zeros around them, and the power of ten that they are multiplied with.</summary>
    private static string Exactly(string number)
    {
        var e = number.AsSpan().IndexOfAny('e', 'E');
        var mantissa = e < 0 ? number : number[..e];
        var written = e < 0 ? "0" : number[(e + 1)..];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var all = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('-');
        var digits = all.TrimStart('0').TrimEnd('0');
        if (digits.Length == 0) return "0";
        var sign = written.StartsWith('-') ? "-" : "";
        var exponent = written.TrimStart('+', '-').TrimStart('0');
        if (exponent.Length > LongestExponent) return number;
        var power = (exponent.Length == 0 ? 0 : long.Parse(sign + exponent, CultureInfo.InvariantCulture))
            - (point < 0 ? 0 : mantissa.Length - point - 1) + (all.Length - all.TrimEnd('0').Length);
        return string.Create(CultureInfo.InvariantCulture, $"{(mantissa.StartsWith('-') ? "-" : "")}{digits}e{power}");
    }
}

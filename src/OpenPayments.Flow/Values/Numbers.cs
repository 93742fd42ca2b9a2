using System.Globalization;
using System.Text.Json;

namespace OpenPayments.Flow.Values;

/// <summary>
/// Numbers in JSON as ECMAScript reads them: servers parse a body and compute with binary64, so a number that is not one arrives as
/// another (9007199254740993 as …992, 1e400 as null).
/// </summary>
internal static class Numbers
{
    /// <summary>The JSON pointer (RFC 6901) of the first number that would change; null where none would.</summary>
    public static string? FirstThatChanges(JsonElement value, string pointer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                return Survives(value.GetRawText()) ? null : pointer;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (FirstThatChanges(member.Value, $"{pointer}/{Escaped(member.Name)}") is { } found) return found;
                }
                return null;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    if (FirstThatChanges(item, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}")) is { } found) return found;
                }
                return null;
            default:
                return null;
        }
    }

    /// <summary>A member's name in a JSON pointer (RFC 6901 section 3).</summary>
    public static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Whether the shortest text of the binary64 (what ECMAScript prints) stands for the same number.</summary>
    private static bool Survives(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) && Digits(text) == Digits(value.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>The significant digits and the power of ten: equal for texts of the same number.</summary>
    private static (string Digits, long Exponent) Digits(string text)
    {
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = (e < 0 ? text : text[..e]).TrimStart('-');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var trimmed = digits.TrimEnd('0');
        if (trimmed.Length == 0) return ("", 0);
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        // an exponent that does not fit is one that no finite number but zero has
        var power = e < 0 ? 0 : long.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : long.MaxValue / 2;
        return (trimmed, power - decimals + (digits.Length - trimmed.Length));
    }
}

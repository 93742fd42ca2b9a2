using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenPayments.Generated;

/// <summary>
/// Reads a time as RFC 3339 section 5.6 writes it: in either case, with a fraction of any length, with a leap second. One without an offset
/// names no instant: it is refused, and never read in the zone of this machine.
/// </summary>
internal static class TimeText
{
    private const string Form = "0000-00-00T00:00:00";

    /// <summary>The instant, to the tenth of a microsecond; what is finer is cut off. Null where the text is none.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> text) =>
        Local(text) is { } local && Offset(text[local.Length..]) is { } offset ? Instant(local.Ticks, offset, local.IsLeap) : null;

    /// <summary>Whether all is there but the offset.</summary>
    public static bool LacksOffset(ReadOnlySpan<char> text) => Local(text) is { } local && local.Length == text.Length;

    private static (long Ticks, int Length, bool IsLeap)? Local(ReadOnlySpan<char> text)
    {
        if (text.Length < Form.Length) return null;
        for (var i = 0; i < Form.Length; i++)
            if (Form[i] switch { '0' => !char.IsAsciiDigit(text[i]), 'T' => text[i] is not ('T' or 't' or ' '), _ => text[i] != Form[i] })
                return null;
        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
            return null;
        var ticks = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified).Ticks + second * TimeSpan.TicksPerSecond;
        if (text.Length == Form.Length || text[Form.Length] != '.') return (ticks, Form.Length, second == 60);
        var fraction = text[(Form.Length + 1)..];
        var digits = fraction.IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? fraction.Length : end;
        if (digits == 0) return null;
        for (var (i, unit) = (0, TimeSpan.TicksPerSecond / 10); i < digits && unit > 0; i++, unit /= 10)
            ticks += (fraction[i] - '0') * unit;
        return (ticks, Form.Length + 1 + digits, second == 60);
    }

    private static long? Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z" or "z") return 0;
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return null;
        if (text[1..3].ContainsAnyExceptInRange('0', '9') || text[4..].ContainsAnyExceptInRange('0', '9')) return null;
        var (hours, minutes) = (Number(text[1..3]), Number(text[4..]));
        return hours > 23 || minutes > 59 ? null : (hours * 60 + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
    }

    private static DateTimeOffset? Instant(long local, long offset, bool isLeap)
    {
        var utc = local - offset;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) return null;
        // a leap second is the last of a day of UTC (section 5.7); the clocks of computers count it with the next day's first
        if (isLeap && utc % TimeSpan.TicksPerDay >= TimeSpan.TicksPerSecond) return null;
        var instant = new DateTimeOffset(utc, TimeSpan.Zero);
        // .NET knows offsets up to 14 hours, and no local time beyond its calendar
        return Math.Abs(offset) <= 14 * TimeSpan.TicksPerHour && local >= 0 && local <= DateTime.MaxValue.Ticks
            ? instant.ToOffset(new TimeSpan(offset))
            : instant;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>Reads and writes an instant as text of RFC 3339: what is none is a <see cref="JsonException"/> like any other wrong value.</summary>
public sealed class TimeJsonConverter : JsonConverter<DateTimeOffset>
{
    /// <inheritdoc />
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } text)
            throw new JsonException("A time is a text as in RFC 3339, such as 2026-01-31T12:00:00Z.");
        return TimeText.Read(text) ?? throw new JsonException(TimeText.LacksOffset(text)
            ? "The time has no offset, so it names no instant: end it with Z, or with an offset such as +01:00."
            : "This is no time as in RFC 3339, such as 2026-01-31T12:00:00Z.");
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenPayments.Flow.Values;

/// <summary>Moments as an interval writes them (RFC 3339: date, time, offset), and as people say them.</summary>
internal static partial class Moment
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>The moment, or what is wrong with the text.</summary>
    public static RecurrenceError? Parse(string part, string text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length == 0) return new(part, $"The {part} is missing: write it as 2026-12-01T00:00:00Z.");
        if (Shape().Match(text) is not { Success: true } match) return new(part, $"The {part} must be a date, a time and an offset, such as 2026-12-01T00:00:00Z or 2026-12-01T00:00:00+02:00.");
        if (!match.Groups["offset"].Success) return new(part, $"The {part} has no offset, so it is another moment for each reader: end it with Z for UTC, or with one such as +02:00.");
        var known = text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
        return !DateTimeOffset.TryParseExact(known, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment) ? new(part, $"The {part} is not in the calendar: the years are 1 to 9999, the hours 0 to 23, the offsets up to 14 hours.")
            : Imprecise(part, moment);
    }

    /// <summary>What is wrong with a moment that is finer than a millisecond.</summary>
    public static RecurrenceError? Imprecise(string part, DateTimeOffset moment) =>
        moment.Ticks % TimeSpan.TicksPerMillisecond == 0 ? null : new(part, $"The {part} is finer than a millisecond: wallet servers keep no more.");

    public static string Print(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF", CultureInfo.InvariantCulture) + (moment.Offset == TimeSpan.Zero ? "Z" : moment.ToString("zzz", CultureInfo.InvariantCulture));

    /// <summary>"1 December 2026", "1 December 2026 13:00", "1 December 2026 13:00:05": no more of the time than it has.</summary>
    public static string Words(DateTimeOffset moment) => moment.ToString(
        moment.TimeOfDay == TimeSpan.Zero ? "d MMMM yyyy" : moment is { Second: 0, Millisecond: 0 } ? "d MMMM yyyy HH:mm" : "d MMMM yyyy HH:mm:ss.FFF", CultureInfo.InvariantCulture);

    public static string OffsetWords(DateTimeOffset moment) => moment.Offset == TimeSpan.Zero ? "UTC" : "UTC" + moment.ToString("zzz", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}

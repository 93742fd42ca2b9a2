using System.Globalization;
using System.Text.RegularExpressions;
using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>Durations as ISO 8601 writes them (section 5.5.2), and as people say them.</summary>
internal static partial class PeriodText
{
    public const string TooLong = "The period is longer than the calendar, which ends with the year 9999.";

    /// <summary>So much of one unit.</summary>
    private sealed record Part(long Number, char Designator, string Unit, string Often, bool OfTime = false);

    public static Either<RecurrenceError, Period> Parse(string text)
    {
        if (text.AsSpan().IndexOfAny('.', ',') >= 0) return Wrong("The period has a fraction: nobody knows how long half a month is. Use a smaller unit: P15D, PT90M.");
        if (text.AsSpan().IndexOfAny('-', '+') >= 0) return Wrong("The period has a sign: it must be longer than nothing, such as P1M.");
        if (Shape().Match(text) is not { Success: true } match) return Wrong("A period is written P<n>Y<n>M<n>W<n>D and then T<n>H<n>M<n>S, with what is zero left out, such as P1M, P2W or P1DT12H.");

        var months = 12 * Number(match, "Y") + Number(match, "M");
        var seconds = 86_400 * (7 * Number(match, "W") + Number(match, "D")) + 3600 * Number(match, "h") + 60 * Number(match, "m") + Number(match, "s");
        return months <= int.MaxValue && seconds <= DateTime.MaxValue.Ticks / TimeSpan.TicksPerSecond ? Period.Of((int)months, TimeSpan.FromSeconds(seconds)) : Wrong(TooLong);
    }

    public static string Print(Period period)
    {
        var parts = Parts(period);
        var time = string.Concat(parts.Where(p => p.OfTime).Select(Iso));
        return $"P{string.Concat(parts.Where(p => !p.OfTime).Select(Iso))}{(time.Length == 0 ? "" : "T")}{time}";
    }

    public static string Words(Period period) => Parts(period) switch
    {
        [{ Number: 1, Often: var often }] => often,
        [.. var first, var last] => $"every {string.Join(", ", first.Select(Count))}{(first.Length == 0 ? "" : " and ")}{Count(last)}",
        [] => "",
    };

    /// <summary>What is not zero, the largest first. Weeks only where nothing else is needed, as ISO 8601 has it.</summary>
    private static Part[] Parts(Period period)
    {
        var (years, months, rest) = (period.Months / 12, period.Months % 12, period.Rest);
        var weeks = period.Months == 0 && rest.Ticks % (7 * TimeSpan.TicksPerDay) == 0 ? rest.Days / 7 : 0;
        return
        [
            .. new Part[]
            {
                new(years, 'Y', "year", "yearly"), new(months, 'M', "month", "monthly"),
                new(weeks, 'W', "week", "weekly"), new(rest.Days - 7 * weeks, 'D', "day", "daily"),
                new(rest.Hours, 'H', "hour", "hourly", true), new(rest.Minutes, 'M', "minute", "every minute", true), new(rest.Seconds, 'S', "second", "every second", true),
            }.Where(part => part.Number != 0),
        ];
    }

    private static string Iso(Part part) => string.Create(CultureInfo.InvariantCulture, $"{part.Number}{part.Designator}");

    private static string Count(Part part) => string.Create(CultureInfo.InvariantCulture, $"{part.Number} {part.Unit}{(part.Number == 1 ? "" : "s")}");

    private static long Number(Match match, string group) => match.Groups[group] is { Success: true } found ? long.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static Either<RecurrenceError, Period> Wrong(string why) => Left<RecurrenceError, Period>(new("period", why));

    [GeneratedRegex("""
        \A P (?=[0-9T])
        ((?<Y>[0-9]{1,9})Y)? ((?<M>[0-9]{1,9})M)? ((?<W>[0-9]{1,9})W)? ((?<D>[0-9]{1,9})D)?
        (T (?=[0-9]) ((?<h>[0-9]{1,9})H)? ((?<m>[0-9]{1,9})M)? ((?<s>[0-9]{1,9})S)?)? \z
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}

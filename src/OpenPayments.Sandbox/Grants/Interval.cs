using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace OpenPayments.Sandbox.Grants;

/// <summary>
/// An ISO 8601 repeating interval, as a limit's window: <c>R12/2026-12-01T00:00:00Z/P1M</c>. Each window is counted from the first
/// start, so the 31st comes back after a short month.
/// </summary>
internal sealed partial record Interval(int? Repetitions, DateTimeOffset Start, int Months, TimeSpan Rest)
{
    public static Interval? Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success) return null;
        if (!DateTimeOffset.TryParse(match.Groups["start"].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)) return null;
        var repetitions = match.Groups["n"].Value is { Length: > 0 } n ? int.Parse(n, CultureInfo.InvariantCulture) : (int?)null;
        var months = 12 * Number(match, "y") + Number(match, "m");
        var rest = TimeSpan.FromDays(7 * Number(match, "w") + Number(match, "d")) + Time(match.Groups["time"].Value);
        return months == 0 && rest <= TimeSpan.Zero ? null : new Interval(repetitions, start, months, rest);
    }

    /// <summary>The window that holds this time, its end excluded; null before the first and after the last. R(n) makes n + 1 windows, as on the reference server.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? WindowAt(DateTimeOffset now)
    {
        if (now < Start) return null;
        // no window is longer, so this many have gone by at least: a second's window must not be counted from the year it began in
        var longest = TimeSpan.FromDays(31 * Months) + Rest;
        for (var i = (now - Start).Ticks / longest.Ticks; Repetitions is null || i <= Repetitions; i++)
            if (now < StartOf(i + 1)) return (StartOf(i), StartOf(i + 1));
        return null;
    }

    /// <summary>For people: "of 1 month, 13 in all, the first from 2026-12-01 00:00 UTC".</summary>
    public override string ToString()
        => $"of {string.Join(" ", Parts())}, {(Repetitions is { } n ? $"{n + 1} in all" : "without end")}, the first from {Start.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";

    private IEnumerable<string> Parts()
        => new[] { (Months / 12, "year"), (Months % 12, "month"), (Rest.Days, "day"), (Rest.Hours, "hour"), (Rest.Minutes, "minute"), (Rest.Seconds, "second") }
            .Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}{(part.Item1 == 1 ? "" : "s")}");

    private DateTimeOffset StartOf(long window) => Start.AddMonths((int)(window * Months)) + window * Rest;

    private static int Number(Match match, string group) => match.Groups[group] is { Success: true, Value: var n } ? int.Parse(n, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan Time(string time) => time.Length == 0 ? TimeSpan.Zero : XmlConvert.ToTimeSpan("P" + time);

    [GeneratedRegex(@"\AR(?<n>\d{0,4})/(?<start>\d{4}-[^/]+)/P(?=.)((?<y>\d{1,3})Y)?((?<m>\d{1,4})M)?((?<w>\d{1,4})W)?((?<d>\d{1,5})D)?(?<time>T(?=\d)(\d{1,5}H)?(\d{1,5}M)?(\d{1,5}S)?)?\z")]
    private static partial Regex Shape();
}

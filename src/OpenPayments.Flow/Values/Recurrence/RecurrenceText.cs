using System.Globalization;
using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>Repeating intervals as ISO 8601 writes them (section 5.6), and as people say them.</summary>
internal static class RecurrenceText
{
    private const int LongestText = 200;
    private const int MostWindows = 999_999_999;

    private static readonly RecurrenceError Shapeless = new("interval", "An interval is written R<n>/<start>/<period>, such as R12/2026-12-01T00:00:00Z/P1M.");

    public static Either<RecurrenceError, Recurrence> Parse(string text) => (text.Length <= LongestText ? text.Split('/') : []) switch
    {
        [['R', ..], ['P', ..]] => Left<RecurrenceError, Recurrence>(new("start", "The start is missing: write it before the period, as in R12/2026-12-01T00:00:00Z/P1M.")),
        [['R', ..], ['P', ..], _] => Left<RecurrenceError, Recurrence>(new("start",
            "The start is missing. With a period and an end it depends on how the repetitions are counted, and the reference server counts one more: write the first window's start, then the period.")),
        [['R', .. var repetitions], var start, var last] => Repetitions(repetitions, out var count) is { } uncountable ? Left<RecurrenceError, Recurrence>(uncountable)
            : Moment.Parse("start", start, out var first) is { } noStart ? Left<RecurrenceError, Recurrence>(noStart)
            : PeriodFrom(first, last).Bind(period => Recurrence.Of(count, first, period)),
        _ => Left<RecurrenceError, Recurrence>(Shapeless),
    };

    public static string Print(Recurrence recurrence) =>
        string.Create(CultureInfo.InvariantCulture, $"R{recurrence.Count}/{Moment.Print(recurrence.Start)}/{recurrence.Period}");

    public static string Words(Recurrence recurrence)
    {
        var (from, offset) = (Moment.Words(recurrence.Start), Moment.OffsetWords(recurrence.Start));
        return recurrence switch
        {
            { Count: { } count } when recurrence.WindowNumber(count) is { End: var end } => string.Create(
                CultureInfo.InvariantCulture, $"{(count == 1 ? "once" : $"{count} times {recurrence.Period.Words}")}, from {from} until {Moment.Words(end)} ({offset})"),
            _ => $"{recurrence.Period.Words}, from {from} without end ({offset})",
        };
    }

    /// <summary>What is wrong with a number of windows.</summary>
    public static RecurrenceError? Uncountable(int? count) => count switch
    {
        0 => new("repetitions", "R0 leaves open whether anything is paid: by the guide it is no window, by the reference server one. Write R1 for one window."),
        < 0 or > MostWindows => new("repetitions", "The repetitions must be 1 to 999999999, or left out (R/) for windows without end."),
        _ => null,
    };

    private static RecurrenceError? Repetitions(string text, out int? count)
    {
        count = text is "" or "-1" ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return Uncountable(count);
    }

    /// <summary>A duration as it stands, or the time from the start to an end.</summary>
    private static Either<RecurrenceError, Period> PeriodFrom(DateTimeOffset start, string text) =>
        text is ['P', ..] or "" ? Period.Parse(text)
        : Moment.Parse("end", text, out var end) is { } error ? Left<RecurrenceError, Period>(error)
        : end <= start ? Left<RecurrenceError, Period>(new("end", "The end is not after the start."))
        : Period.Of(0, end - start);
}

using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>
/// How long a window lasts: an ISO 8601 duration (section 5.5.2) longer than nothing. A year is 12 months, a week 7 days, a day 24
/// hours; so <c>P1Y</c> and <c>P12M</c> are equal, as are <c>P1D</c> and <c>PT24H</c>.
/// </summary>
public sealed record Period
{
    /// <summary>More lead out of the calendar from anywhere in it.</summary>
    private const int MostMonths = 12 * 9999;

    private Period(int months, TimeSpan rest)
    {
        Months = months;
        Rest = rest;
    }

    /// <summary>Calendar months, 0 or more, added first. A day that the month reached does not have becomes its last.</summary>
    public int Months { get; }

    /// <summary>Whole seconds, 0 or more, added after the months.</summary>
    public TimeSpan Rest { get; }

    /// <summary>For people, in English: "monthly", "every 2 weeks", "every 1 month and 10 days".</summary>
    public string Words => PeriodText.Words(this);

    /// <summary>The period of so many months and so much time, or what is wrong with it (<c>Left</c>): it must be longer than nothing, in whole seconds.</summary>
    public static Either<RecurrenceError, Period> Of(int months, TimeSpan rest) =>
        months < 0 || rest < TimeSpan.Zero ? Wrong("The period is negative: windows follow one another, so it must be longer than nothing.")
        : months == 0 && rest == TimeSpan.Zero ? Wrong("The period is zero: it must be longer than nothing, such as P1M.")
        : rest.Ticks % TimeSpan.TicksPerSecond != 0 ? Wrong("The period must be whole seconds long.")
        : months > MostMonths ? Wrong(PeriodText.TooLong)
        : Right<RecurrenceError, Period>(new Period(months, rest));

    /// <summary>
    /// Reads a duration: <c>P1M</c>, <c>P2W</c>, <c>P1Y2M10DT2H30M</c>; whole numbers, in this order, weeks beside the others allowed.
    /// Fractions are refused (nobody knows how long half a month is), and so are signs.
    /// </summary>
    public static Either<RecurrenceError, Period> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PeriodText.Parse(text);
    }

    /// <summary>As ISO 8601 in its shortest usual form: <c>P1M</c>, <c>P2W</c>, <c>P1DT12H</c>. <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => PeriodText.Print(this);

    private static Either<RecurrenceError, Period> Wrong(string why) => Left<RecurrenceError, Period>(new("period", why));
}

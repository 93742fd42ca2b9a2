namespace OpenPayments.Flow.Values;

/// <summary>Adding periods to a moment, within the calendar: after the year 9999 there is nothing, and nothing throws.</summary>
internal static class Calendar
{
    private const long MonthsOfAllYears = 12L * 10_000;

    /// <summary>
    /// The moment so many periods later, in the moment's own offset: all months at once, then all the rest, so that the 31st is the 31st
    /// again after a short month. Null after the year 9999.
    /// </summary>
    public static DateTimeOffset? Plus(DateTimeOffset moment, Period period, int times)
    {
        var months = (long)times * period.Months;
        if (12L * moment.Year + moment.Month - 1 + months >= MonthsOfAllYears) return null;
        var ticks = moment.DateTime.AddMonths((int)months).Ticks + (Int128)times * period.Rest.Ticks;
        return ticks <= DateTime.MaxValue.Ticks && ticks - moment.Offset.Ticks is var utc && utc >= 0 && utc <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset((long)ticks, moment.Offset)
            : null;
    }
}

using Xunit;
using static OpenPayments.Flow.Tests.Recurrences.Recurrences;

namespace OpenPayments.Flow.Tests.Recurrences;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("", "interval", "is written")]
    [InlineData("P1M", "interval", "is written")]
    [InlineData("every month", "interval", "is written")]
    [InlineData("2026-12-01T00:00:00Z/P1M", "interval", "is written")]
    [InlineData("r12/2026-12-01T00:00:00Z/P1M", "interval", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M/P1M", "interval", "is written")]
    [InlineData("R12--2026-12-01T00:00:00Z--P1M", "interval", "is written")]
    [InlineData("R0/2026-12-01T00:00:00Z/P1M", "repetitions", "Write R1")]
    [InlineData("R-2/2026-12-01T00:00:00Z/P1M", "repetitions", "1 to 999999999")]
    [InlineData("R1000000000/2026-12-01T00:00:00Z/P1M", "repetitions", "1 to 999999999")]
    [InlineData("R99999999999/2026-12-01T00:00:00Z/P1M", "repetitions", "1 to 999999999")]
    [InlineData("R1.5/2026-12-01T00:00:00Z/P1M", "repetitions", "1 to 999999999")]
    [InlineData("R 2/2026-12-01T00:00:00Z/P1M", "repetitions", "1 to 999999999")]
    [InlineData("R١/2026-12-01T00:00:00Z/P1M", "repetitions", "1 to 999999999")]
    [InlineData("R12/P1M", "start", "missing")]
    [InlineData("R12//P1M", "start", "missing")]
    [InlineData("R12/P1M/2026-12-01T00:00:00Z", "start", "counts one more")]
    [InlineData("R12/2026-12-01/P1M", "start", "a date, a time and an offset")]
    [InlineData("R12/20261201T000000Z/P1M", "start", "a date, a time and an offset")]
    [InlineData("R12/2026-12-01 00:00:00Z/P1M", "start", "a date, a time and an offset")]
    [InlineData("R12/2026-12-01t00:00:00z/P1M", "start", "a date, a time and an offset")]
    [InlineData("R12/2026-12-01T00:00:00+02/P1M", "start", "a date, a time and an offset")]
    [InlineData("R12/2026-12-01T00:00:00/P1M", "start", "no offset")]
    [InlineData("R12/2026-13-01T00:00:00Z/P1M", "start", "not in the calendar")]
    [InlineData("R12/2026-02-29T00:00:00Z/P1M", "start", "not in the calendar")]
    [InlineData("R12/2026-12-01T24:00:00Z/P1M", "start", "not in the calendar")]
    [InlineData("R12/2026-12-01T23:59:60Z/P1M", "start", "not in the calendar")]
    [InlineData("R12/2026-12-01T00:00:00+15:00/P1M", "start", "not in the calendar")]
    [InlineData("R12/0001-01-01T00:00:00+01:00/P1M", "start", "not in the calendar")]
    [InlineData("R12/2026-12-01T00:00:00.0001Z/P1M", "start", "finer than a millisecond")]
    [InlineData("R12/2026-12-01T00:00:00Z/", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/PT", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1DT", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1H", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M1Y", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1m", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M ", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M\n", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P١M", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P1234567890D", "period", "is written")]
    [InlineData("R12/2026-12-01T00:00:00Z/P0.5M", "period", "fraction")]
    [InlineData("R12/2026-12-01T00:00:00Z/PT0,5H", "period", "fraction")]
    [InlineData("R12/2026-12-01T00:00:00Z/P-1M", "period", "sign")]
    [InlineData("R12/2026-12-01T00:00:00Z/P0D", "period", "zero")]
    [InlineData("R12/2026-12-01T00:00:00Z/P0Y0M0DT0H0M0S", "period", "zero")]
    [InlineData("R1/2026-12-01T00:00:00Z/P999999999Y", "period", "longer than the calendar")]
    [InlineData("R1/2026-12-01T00:00:00Z/P10000Y", "period", "longer than the calendar")]
    [InlineData("R1/2026-12-01T00:00:00Z/P999999999W", "period", "longer than the calendar")]
    [InlineData("R1/2026-12-01T00:00:00Z/2026-12-01T00:00:00Z", "end", "not after")]
    [InlineData("R1/2026-12-01T00:00:00Z/2026-12-01T01:00:00+01:00", "end", "not after")]
    [InlineData("R1/2026-12-01T00:00:00Z/2027-01-01", "end", "a date, a time and an offset")]
    [InlineData("R1/2026-12-01T00:00:00Z/2027-01-01T00:00:00.5Z", "period", "whole seconds")]
    [InlineData("R9999/2026-12-01T00:00:00Z/P1Y", "interval", "past the year 9999")]
    [InlineData("R1/9999-12-01T00:00:00Z/P1M", "interval", "past the year 9999")]
    [InlineData("R/9999-12-01T00:00:00Z/P1M", "interval", "past the year 9999")]
    [InlineData("R999999999/2026-12-01T00:00:00Z/P2000000D", "interval", "past the year 9999")]
    public void What_is_no_interval_to_pay_by_is_refused_with_the_part_and_the_reason(string text, string part, string why)
    {
        var error = Bad(Recurrence.Parse(text));
        Assert.Equal(part, error.Part);
        Assert.Contains(why, error.Why, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_longer_than_any_interval_is_not_looked_at() =>
        Assert.Equal("interval", Bad(Recurrence.Parse($"R{new string('0', 200)}1/2026-12-01T00:00:00Z/P1M")).Part);

    [Fact]
    public void What_is_put_together_is_checked_like_what_is_read()
    {
        var (start, monthly) = (At("2026-12-01"), Good(Period.Of(1, TimeSpan.Zero)));
        Assert.Equal("R12/2026-12-01T00:00:00Z/P1M", Good(Recurrence.Of(12, start, monthly)).ToString());
        Assert.Equal("repetitions", Bad(Recurrence.Of(0, start, monthly)).Part);
        Assert.Equal("repetitions", Bad(Recurrence.Of(-1, start, monthly)).Part);
        Assert.Equal("start", Bad(Recurrence.Of(12, start.AddTicks(1), monthly)).Part);
        Assert.Equal("interval", Bad(Recurrence.Of(12, At("9999-01-02"), monthly)).Part);
    }

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(-1, 1L)]
    [InlineData(1, -10_000_000L)]
    [InlineData(1, 1L)]
    [InlineData(12 * 9999 + 1, 0L)]
    public void A_period_of_no_length_or_none_that_the_calendar_has_is_refused(int months, long ticks) =>
        Assert.Equal("period", Bad(Period.Of(months, TimeSpan.FromTicks(ticks))).Part);
}

using Xunit;
using static OpenPayments.Flow.Tests.Recurrences.Recurrences;

namespace OpenPayments.Flow.Tests.Recurrences;

public sealed class TextTests
{
    [Theory]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M", "R12/2026-12-01T00:00:00Z/P1M")]
    [InlineData("R012/2026-12-01T00:00Z/P12M", "R12/2026-12-01T00:00:00Z/P1Y")]
    [InlineData("R/2026-12-01T00:00:00+00:00/P7D", "R/2026-12-01T00:00:00Z/P1W")]
    [InlineData("R-1/2026-12-01T00:00:00-00:00/PT36H", "R/2026-12-01T00:00:00Z/P1DT12H")]
    [InlineData("R1/2026-12-01T00:00:00.000Z/P1W2D", "R1/2026-12-01T00:00:00Z/P9D")]
    [InlineData("R3/2026-12-01T00:00:00.1200000Z/PT90S", "R3/2026-12-01T00:00:00.12Z/PT1M30S")]
    [InlineData("R3/2026-12-01T13:05:09+05:45/P0Y1M", "R3/2026-12-01T13:05:09+05:45/P1M")]
    [InlineData("R3/2026-12-01T00:00:00-09:30/P1Y2M10DT2H30M", "R3/2026-12-01T00:00:00-09:30/P1Y2M10DT2H30M")]
    [InlineData("R3/2026-12-01T00:00:00Z/2027-01-01T00:00:00Z", "R3/2026-12-01T00:00:00Z/P31D")]
    [InlineData("R3/2026-12-01T00:00:00+02:00/2026-12-01T10:00:00Z", "R3/2026-12-01T00:00:00+02:00/PT12H")]
    [InlineData("R999999999/0001-01-01T00:00:00Z/PT1S", "R999999999/0001-01-01T00:00:00Z/PT1S")]
    public void An_interval_is_printed_in_one_way_however_it_was_written(string written, string printed)
    {
        Assert.Equal(printed, Of(written).ToString());
        Assert.Equal(Of(written), Of(printed));
    }

    [Theory]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M", "12 times monthly, from 1 December 2026 until 1 December 2027 (UTC)")]
    [InlineData("R1/2026-12-01T00:00:00Z/P1M", "once, from 1 December 2026 until 1 January 2027 (UTC)")]
    [InlineData("R/2026-12-01T13:30:00+02:00/P2W", "every 2 weeks, from 1 December 2026 13:30 without end (UTC+02:00)")]
    [InlineData("R3/2026-12-01T00:00:05Z/P1M10DT1H",
        "3 times every 1 month, 10 days and 1 hour, from 1 December 2026 00:00:05 until 31 March 2027 03:00:05 (UTC)")]
    public void An_interval_is_told_to_people_as_dates(string interval, string words) => Assert.Equal(words, Of(interval).Words);

    [Fact]
    public void A_window_is_told_to_people_as_dates() =>
        Assert.Equal("31 January 2027 until 28 February 2027 (UTC-05:00)", Of("R12/2026-12-31T00:00:00-05:00/P1M").WindowNumber(2)!.Words);

    [Theory]
    [InlineData("P1Y", "yearly")]
    [InlineData("P1W", "weekly")]
    [InlineData("P1D", "daily")]
    [InlineData("PT1H", "hourly")]
    [InlineData("PT1M", "every minute")]
    [InlineData("PT1S", "every second")]
    [InlineData("P31D", "every 31 days")]
    [InlineData("P3M", "every 3 months")]
    [InlineData("P1M7D", "every 1 month and 7 days")]
    [InlineData("P1Y1D", "every 1 year and 1 day")]
    public void A_period_is_told_to_people_in_words(string period, string words) => Assert.Equal(words, Good(Period.Parse(period)).Words);

    [Theory]
    [InlineData("P1Y", "P12M")]
    [InlineData("P1D", "PT24H")]
    [InlineData("P1W", "P7D")]
    public void Two_ways_to_write_one_period_are_equal(string one, string other) =>
        Assert.Equal(Good(Period.Parse(one)), Good(Period.Parse(other)));

    [Fact]
    public void The_same_moment_in_another_offset_is_another_recurrence() =>
        Assert.NotEqual(Of("R/2026-01-01T00:00:00Z/P1M"), Of("R/2026-01-01T02:00:00+02:00/P1M"));
}

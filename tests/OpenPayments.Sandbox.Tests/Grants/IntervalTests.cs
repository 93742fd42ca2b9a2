using System.Globalization;
using OpenPayments.Sandbox.Grants;

namespace OpenPayments.Sandbox.Tests.Grants;

public class IntervalTests
{
    [Theory]
    [InlineData("R/2026-01-31T00:00:00Z/P1M", "2026-02-28T00:00:00Z", "2026-02-28T00:00:00Z", "2026-03-31T00:00:00Z")]
    [InlineData("R/2024-02-29T00:00:00Z/P1Y", "2025-03-01T00:00:00Z", "2025-02-28T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("R5/2026-01-01T00:00:00Z/P2W", "2026-01-15T00:00:00Z", "2026-01-15T00:00:00Z", "2026-01-29T00:00:00Z")]
    [InlineData("R/2026-01-01T00:00:00+02:00/PT12H", "2025-12-31T23:00:00Z", "2025-12-31T22:00:00Z", "2026-01-01T10:00:00Z")]
    public void A_time_lies_in_the_window_that_is_counted_from_the_first_start(string interval, string time, string from, string until)
        => Assert.Equal((At(from), At(until)), Interval.Parse(interval)!.WindowAt(At(time)));

    [Fact]
    public void R2_makes_three_windows()
    {
        var interval = Interval.Parse("R2/2026-01-01T00:00:00Z/P1D")!;
        Assert.Null(interval.WindowAt(At("2025-12-31T23:59:59Z")));
        Assert.NotNull(interval.WindowAt(At("2026-01-03T23:59:59Z")));
        Assert.Null(interval.WindowAt(At("2026-01-04T00:00:00Z")));
    }

    [Fact]
    public void A_window_of_a_second_is_found_at_once_years_after_the_first()
    {
        var window = Interval.Parse("R/2000-01-01T00:00:00Z/PT1S")!.WindowAt(At("2026-11-22T10:00:00.5Z"));
        Assert.Equal((At("2026-11-22T10:00:00Z"), At("2026-11-22T10:00:01Z")), window);
    }

    [Theory]
    [InlineData("R12/2026-12-01T00:00:00Z/P1M", "of 1 month, 13 in all, the first from 2026-12-01 00:00 UTC")]
    [InlineData("R/2026-12-01T01:30:00+02:00/P1Y6M2W", "of 1 year 6 months 14 days, without end, the first from 2026-11-30 23:30 UTC")]
    public void A_person_reads_how_long_how_often_and_from_when(string interval, string text) => Assert.Equal(text, Interval.Parse(interval)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("P1M")]
    [InlineData("R-1/2026-01-01T00:00:00Z/P1M")]
    [InlineData("R2/2026-01-01T00:00:00Z/P")]
    [InlineData("R2/2026-01-01T00:00:00Z/P0D")]
    [InlineData("R2/2026-01-01T00:00:00Z/PT")]
    [InlineData("R2/2026-13-01T00:00:00Z/P1M")]
    [InlineData("R2/P1M/2026-01-01T00:00:00Z")]
    public void What_is_no_repeating_interval_with_start_and_duration_is_refused(string text) => Assert.Null(Interval.Parse(text));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

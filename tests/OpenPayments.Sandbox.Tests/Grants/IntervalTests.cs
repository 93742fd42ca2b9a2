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
    {
        var window = Interval.WindowAt(interval, At(time))!;
        Assert.Equal((At(from), At(until)), (window.Start, window.End));
    }

    [Fact]
    public void R2_makes_three_windows()
    {
        const string interval = "R2/2026-01-01T00:00:00Z/P1D";
        Assert.Null(Interval.WindowAt(interval, At("2025-12-31T23:59:59Z")));
        Assert.NotNull(Interval.WindowAt(interval, At("2026-01-03T23:59:59Z")));
        Assert.Null(Interval.WindowAt(interval, At("2026-01-04T00:00:00Z")));
    }

    [Fact]
    public void A_window_of_a_second_is_found_at_once_years_after_the_first()
    {
        var window = Interval.WindowAt("R/2000-01-01T00:00:00Z/PT1S", At("2026-11-22T10:00:00.5Z"))!;
        Assert.Equal((At("2026-11-22T10:00:00Z"), At("2026-11-22T10:00:01Z")), (window.Start, window.End));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P1M")]
    [InlineData("R0/2026-01-01T00:00:00Z/P1M")]
    [InlineData("R2/2026-01-01T00:00:00Z/P")]
    [InlineData("R2/2026-01-01T00:00:00Z/P0D")]
    [InlineData("R2/2026-01-01T00:00:00Z/PT")]
    [InlineData("R2/2026-13-01T00:00:00Z/P1M")]
    [InlineData("R2/P1M/2026-01-01T00:00:00Z")]
    public void What_is_no_repeating_interval_with_a_start_is_refused_with_a_reason(string text)
    {
        Assert.NotNull(Interval.Fault(text));
        Assert.Null(Interval.WindowAt(text, At("2026-01-01T00:00:00Z")));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

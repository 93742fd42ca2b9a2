using Xunit;
using static OpenPayments.Flow.Tests.Recurrences.Recurrences;

namespace OpenPayments.Flow.Tests.Recurrences;

/// <summary>Where the reference server counts otherwise: one window more, and each from the end of the one before.</summary>
public sealed class ReferenceServerTests
{
    [Fact]
    public void R2_is_two_windows_to_pay_in_and_a_third_that_the_server_would_allow()
    {
        var twice = Of("R2/2026-01-01T00:00:00Z/P1M");
        Assert.Equal((2, 2), (twice.Count, twice.Windows.Count()));
        Assert.Null(twice.WindowNumber(3));
        Assert.Null(twice.WindowAt(At("2026-03-01")));
        Assert.Equal(new Window(3, At("2026-03-01"), At("2026-04-01")), twice.ExtraWindow);
    }

    [Fact]
    public void R1_is_one_window() =>
        Assert.Equal([new Window(1, At("2026-01-01"), At("2026-02-01"))], Of("R1/2026-01-01T00:00:00Z/P1M").Windows);

    [Fact]
    public void A_day_lost_in_February_stays_lost_at_the_server_so_the_shared_window_ends_with_the_first_of_both()
    {
        var monthly = Of("R12/2026-01-31T00:00:00Z/P1M");
        Assert.Equal(new Window(1, At("2026-01-31"), At("2026-02-28")), monthly.SharedWindow(1));
        Assert.Equal(new Window(2, At("2026-02-28"), At("2026-03-28")), monthly.SharedWindow(2));
        Assert.Equal(new Window(3, At("2026-03-31"), At("2026-04-28")), monthly.SharedWindow(3));
        Assert.Equal(new Window(12, At("2026-12-31"), At("2027-01-28")), monthly.SharedWindow(12));
        Assert.Null(monthly.SharedWindow(13));
        Assert.Null(monthly.SharedWindow(0));
    }

    [Fact]
    public void The_server_adds_months_in_UTC_where_the_day_may_be_another()
    {
        var monthly = Of("R12/2026-01-01T00:00:00+02:00/P1M");
        Assert.Equal(At("2026-04-01T00:00:00+02:00"), monthly.WindowNumber(4)!.Start);
        var shared = monthly.SharedWindow(3)!;
        Assert.Equal((At("2026-03-01T00:00:00+02:00"), At("2026-03-29T00:00:00+02:00")), (shared.Start, shared.End));
        Assert.Equal(TimeSpan.FromHours(2), shared.End.Offset);
    }

    [Fact]
    public void Up_to_the_28th_in_UTC_and_for_all_that_is_no_month_both_count_alike()
    {
        Holds(OfMonths, recurrence => recurrence.Start.Offset != TimeSpan.Zero || recurrence.Start.Day > 28 || Alike(recurrence));
        Holds(Any, recurrence => recurrence.Period.Months > 0 || Alike(recurrence));
    }

    [Fact]
    public void A_shared_window_lies_in_the_window_and_in_the_server_s() => Holds(Any, recurrence =>
    {
        var (start, period) = (recurrence.Start.UtcDateTime, recurrence.Period);
        foreach (var window in recurrence.Windows.Take(20))
        {
            if (start.Year > 9900) return true;
            var end = start.AddMonths(period.Months) + period.Rest;
            var shared = recurrence.SharedWindow(window.Number);
            var (from, until) = (
                start > window.Start.UtcDateTime ? start : window.Start.UtcDateTime, end < window.End.UtcDateTime ? end
                : window.End.UtcDateTime);
            if (from < until ? shared is null || (shared.Start.UtcDateTime, shared.End.UtcDateTime) != (from, until)
                : shared is not null) return false;
            start = end;
        }

        return true;
    });

    private static bool Alike(Recurrence recurrence) =>
        recurrence.Windows.Take(20).All(window => recurrence.SharedWindow(window.Number) == window);
}

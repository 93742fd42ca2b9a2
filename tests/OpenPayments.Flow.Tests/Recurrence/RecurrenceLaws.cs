using FsCheck.Fluent;
using Xunit;
using static OpenPayments.Flow.Tests.Recurrences.Recurrences;

namespace OpenPayments.Flow.Tests.Recurrences;

/// <summary>What holds of all recurrences, wherever their windows fall.</summary>
public sealed class RecurrenceLaws
{
    private const int Enough = 40;

    [Fact]
    public void What_is_printed_can_be_read_and_is_equal_and_printed_the_same() => Holds(Any, recurrence =>
        Of(recurrence.ToString()) is var back && back == recurrence && back.ToString() == recurrence.ToString()
            && back.Start.EqualsExact(recurrence.Start));

    [Fact]
    public void A_period_that_is_printed_can_be_read() =>
        Holds(Recurrences.Periods.ToArbitrary(), period => Good(Period.Parse(period.ToString())) == period);

    [Fact]
    public void Windows_follow_one_another_from_the_start_without_gap_or_overlap() => Holds(Any, recurrence =>
        recurrence.Windows.Take(Enough).ToList() is var windows
        && windows[0].Start.EqualsExact(recurrence.Start)
        && windows.All(w => w.Start < w.End && w.Start.Offset == recurrence.Start.Offset)
        && windows.Zip(windows.Skip(1), (one, next) => one.End == next.Start && one.Number + 1 == next.Number).All(follows => follows));

    [Fact]
    public void There_are_as_many_windows_as_the_payer_was_told() => Holds(Any, recurrence =>
        recurrence.Count is not { } count
            || (recurrence.Windows.Count() == count && recurrence.WindowNumber(count) is not null
            && recurrence.WindowNumber(count + 1) is null));

    [Fact]
    public void A_window_is_the_same_by_its_number_in_the_list_and_at_all_its_moments() =>
        Holds(Any, recurrence => recurrence.Windows.Take(Enough).All(window =>
        recurrence.WindowNumber(window.Number) == window
        && recurrence.WindowAt(window.Start) == window
        && recurrence.WindowAt(window.Start + (window.End - window.Start) / 2) == window
        && recurrence.WindowAt(window.End.AddTicks(-1)) == window
        && recurrence.WindowAt(window.End) == recurrence.WindowNumber(window.Number + 1)));

    [Fact]
    public void Before_the_first_and_after_the_last_there_is_no_window() => Holds(Any, recurrence =>
        recurrence.WindowAt(recurrence.Start.AddTicks(-1)) is null
        && recurrence.WindowNumber(0) is null && recurrence.WindowNumber(-1) is null && recurrence.WindowNumber(int.MinValue) is null
        && (recurrence.Count is null || recurrence.WindowAt(recurrence.Windows.Last().End) is null));

    [Fact]
    public void The_extra_window_follows_the_last_and_is_none_of_the_windows() => Holds(Any, recurrence => recurrence.Count is { } count
        ? recurrence.ExtraWindow is not { } extra
            || (extra.Number == count + 1 && extra.Start == recurrence.Windows.Last().End && recurrence.WindowAt(extra.Start) is null)
        : recurrence.ExtraWindow is null);

    [Fact]
    public void A_day_that_a_month_does_not_have_is_its_last_and_comes_back_in_the_next_that_has_it() =>
        Holds(OfMonths, recurrence => recurrence.Windows.Take(Enough).All(window =>
    {
        var months = (window.Number - 1) * recurrence.Period.Months + recurrence.Start.Month - 1;
        var (year, month) = (recurrence.Start.Year + months / 12, months % 12 + 1);
        var expected = new DateTime(
            year, month, Math.Min(recurrence.Start.Day, DateTime.DaysInMonth(year, month))) + recurrence.Start.TimeOfDay;
        return window.Start.DateTime == expected;
    }));

    [Fact]
    public void No_moment_breaks_a_search() => Holds(Any, recurrence =>
        recurrence.WindowAt(DateTimeOffset.MinValue) is null && recurrence.WindowAt(DateTimeOffset.MaxValue) is var last
            && (last is null || last.Contains(DateTimeOffset.MaxValue)));
}

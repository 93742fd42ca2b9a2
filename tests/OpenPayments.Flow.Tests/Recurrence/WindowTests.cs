using OpenPayments.Flow.Tests.Amounts;
using Xunit;
using static OpenPayments.Flow.Tests.Recurrences.Recurrences;

namespace OpenPayments.Flow.Tests.Recurrences;

public sealed class WindowTests
{
    [Theory]
    [InlineData("R/2026-01-31T00:00:00Z/P1M", 2, "2026-02-28T00:00:00Z", "2026-03-31T00:00:00Z")]
    [InlineData("R/2026-01-31T00:00:00Z/P1M", 3, "2026-03-31T00:00:00Z", "2026-04-30T00:00:00Z")]
    [InlineData("R/2024-01-31T00:00:00Z/P1M", 2, "2024-02-29T00:00:00Z", "2024-03-31T00:00:00Z")]
    [InlineData("R/2024-02-29T00:00:00Z/P1Y", 2, "2025-02-28T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("R/2024-02-29T00:00:00Z/P1Y", 5, "2028-02-29T00:00:00Z", "2029-02-28T00:00:00Z")]
    [InlineData("R/2096-02-29T00:00:00Z/P4Y", 2, "2100-02-28T00:00:00Z", "2104-02-29T00:00:00Z")]
    [InlineData("R5/2026-01-01T00:00:00Z/P2W", 2, "2026-01-15T00:00:00Z", "2026-01-29T00:00:00Z")]
    [InlineData("R/2026-03-01T00:00:00-05:00/P1M", 1, "2026-03-01T05:00:00Z", "2026-04-01T05:00:00Z")]
    [InlineData("R/2026-01-01T00:00:00+02:00/P1M", 2, "2026-01-31T22:00:00Z", "2026-02-28T22:00:00Z")]
    [InlineData("R/2026-10-25T00:00:00+02:00/P1D", 2, "2026-10-25T22:00:00Z", "2026-10-26T22:00:00Z")]
    [InlineData("R/2026-12-31T00:00:00Z/P1M1D", 3, "2027-03-02T00:00:00Z", "2027-04-03T00:00:00Z")]
    [InlineData("R12/2026-12-01T00:00:00Z/2027-01-01T00:00:00Z", 2, "2027-01-01T00:00:00Z", "2027-02-01T00:00:00Z")]
    [InlineData("R12/2026-12-01T00:00:00Z/2027-01-01T00:00:00Z", 3, "2027-02-01T00:00:00Z", "2027-03-04T00:00:00Z")]
    public void A_window_is_counted_from_the_first_start_in_the_interval_s_offset(string interval, int number, string start, string end)
    {
        var window = new Window(number, At(start), At(end));
        Assert.Equal(window, Of(interval).WindowNumber(number));
        Assert.Equal(window, Of(interval).WindowAt(At(end).AddTicks(-1)));
    }

    [Fact]
    public void The_end_of_a_window_is_the_start_of_the_next()
    {
        var monthly = Of("R12/2026-12-01T00:00:00Z/P1M");
        Assert.Equal(1, monthly.WindowAt(At("2026-12-31T23:59:59.999"))!.Number);
        Assert.Equal(2, monthly.WindowAt(At("2027-01-01T00:00:00"))!.Number);
        Assert.Equal(2, monthly.WindowAt(At("2027-01-01T01:00:00+01:00"))!.Number);
        Assert.Null(monthly.WindowAt(At("2026-11-30T23:59:59.999")));
    }

    [Fact]
    public void Without_end_the_windows_stop_with_the_calendar()
    {
        var yearly = Of("R/2026-07-01T00:00:00Z/P1Y");
        Assert.Equal(9999 - 2026, yearly.Windows.Count());
        Assert.Equal(new Window(7973, At("9998-07-01"), At("9999-07-01")), yearly.Windows.Last());
        Assert.Null(yearly.WindowNumber(7974));
        Assert.Null(yearly.WindowAt(DateTimeOffset.MaxValue));
        Assert.Null(yearly.WindowNumber(int.MaxValue));
        Assert.Null(Of("R/9998-11-30T23:00:00-14:00/P1M").WindowAt(DateTimeOffset.MaxValue));
        Assert.Null(Of("R1/9999-11-30T00:00:00Z/P1M").ExtraWindow);
        Assert.Equal(int.MaxValue, Of("R/2026-01-01T00:00:00Z/PT1S").WindowNumber(int.MaxValue)!.Number);
    }

    [Fact]
    public void What_is_left_is_the_limit_less_what_was_spent()
    {
        Assert.Equal(Usd(250), Moneys.Good(Window.WhatIsLeft(Usd(1000), Usd(750))));
        Assert.Equal(Usd(0), Moneys.Good(Window.WhatIsLeft(Usd(1000), Usd(1000))));
        Assert.Equal(Usd(0), Moneys.Good(Window.WhatIsLeft(Usd(1000), Usd(1001))));
        Assert.IsType<MoneyError.OtherAsset>(Moneys.Bad(Window.WhatIsLeft(Usd(1000), new Money(1, new Asset("EUR", 2)))));
    }

    private static Money Usd(ulong cents) => new(cents, Moneys.Usd);
}

using System.Collections.Concurrent;

namespace OpenPayments.Flow.Testing.Tests.Years;

/// <summary>Recurring flows, from the first period to the last, in a model of a year.</summary>
public sealed class YearTests
{
    private const string Monthly = "R12/2026-12-31T00:00:00Z/P1M";

    private const string Weekly = "R52/2026-12-07T00:00:00Z/P1W";

    private const int NoFunds = 7;

    private static readonly Uri Finish = new("https://shop.example/payments/1/finish");

    private static readonly ConcurrentDictionary<string, Year> Told = [];

    public static TheoryData<string> Orders => [nameof(Subscription), nameof(RecurringFixedDebit), nameof(RecurringFixedReceive)];

    [Theory]
    [MemberData(nameof(Orders))]
    public void Each_period_of_a_year_is_paid_exactly_once_or_reported(string flow)
    {
        var year = WithoutFunds(flow);
        Assert.Null(year.Run.Broken);
        Assert.IsType<Progress.Partial>(year.Run.End);
        Assert.Equal(Enumerable.Range(1, Count(flow)).Select(period => period == NoFunds ? 0 : 1), year.Paid);
        Assert.Equal(year.Paid, year.Told.Select(outcome => outcome is Outcome.Paid ? 1 : 0));
        Assert.Equal(Reason.Codes.PaymentFailed, Assert.IsType<Outcome.Unpaid>(year.Told[NoFunds - 1]).Reason.Code);
        Assert.InRange(year.Tried[NoFunds - 1], 3, 8);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_period_that_has_no_funds_at_first_is_paid_within_its_window(string flow)
    {
        var year = Year.Of(Order(flow), Year.Window(Interval(flow), NoFunds, TimeSpan.FromDays(1)));
        Assert.Null(year.Run.Broken);
        Assert.IsType<Progress.Completed>(year.Run.End);
        Assert.All(year.Paid, times => Assert.Equal(1, times));
        Assert.True(year.Tried[NoFunds - 1] > 1);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public void Every_period_finds_its_tokens_expired_and_rotates_them(string flow)
    {
        var year = WithoutFunds(flow);
        Assert.True(year.Rotations >= 2 * (Count(flow) - 1), $"{year.Rotations} rotations");
    }

    private static Year WithoutFunds(string flow) => Told.GetOrAdd(flow, _ => Year.Of(Order(flow), Year.Window(Interval(flow), NoFunds)));

    private static int Count(string flow) => flow == nameof(RecurringFixedReceive) ? 52 : 12;

    private static string Interval(string flow) => flow == nameof(RecurringFixedReceive) ? Weekly : Monthly;

    private static Order Order(string flow) => flow switch
    {
        nameof(Subscription) => new Subscription(TestWallets.Alice.Id, TestWallets.Bob.Id, Year.Dollars(1000), Monthly, Finish),
        nameof(RecurringFixedDebit) => new RecurringFixedDebit(TestWallets.Alice.Id, TestWallets.Bob.Id, Year.Euros(9000), Monthly, Finish),
        _ => new RecurringFixedReceive(TestWallets.Alice.Id, TestWallets.Bob.Id, Year.Dollars(1000), Weekly, Finish),
    };
}

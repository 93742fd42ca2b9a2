namespace OpenPayments.Flow.Testing.Tests.Search;

/// <summary>Every small scenario of the one-time payment.</summary>
public sealed class SearchTests(ITestOutputHelper output)
{
    private static readonly TestedFlow OneTime = TestedFlow.OfOrder(new OneTimePayment(
        TestWallets.Alice.Id, TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Bob, 1000), new Uri("https://shop.example/payments/1/finish")));

    [Fact]
    public void No_scenario_of_a_one_time_payment_with_one_fault_breaks_a_law() => Search(new SearchOptions(MostFaults: 1));

    private void Search(SearchOptions options)
    {
        var report = ScenarioSearch.Run(OneTime, options);
        output.WriteLine(report.ToString());
        Assert.True(report.IsComplete);
        Assert.True(report.Broken.Count == 0, string.Join("\n\n", report.Broken.DistinctBy(one => one.Law.Split(':')[0]).Take(5)));
    }
}

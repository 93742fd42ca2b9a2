using System.Globalization;

namespace OpenPayments.Flow.Testing.Tests.Search;

/// <summary>Every small scenario of the one-time payment.</summary>
public sealed class SearchTests(ITestOutputHelper output)
{
    private static readonly TestedFlow OneTime = TestedFlow.OfOrder(new OneTimePayment(
        TestWallets.Alice.Id, TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Bob, 1000),
            new Uri("https://shop.example/payments/1/finish")));

    /// <summary>How long a search with three faults may take; none in the ordinary run.</summary>
    private static readonly string? Minutes = Environment.GetEnvironmentVariable("OPENPAYMENTS_SEARCH_MINUTES");

    [Fact]
    public void No_scenario_of_a_one_time_payment_with_few_faults_breaks_a_law()
    {
        var options = Minutes is null ? new SearchOptions()
            : new SearchOptions(MostFaults: 3, MostTime: TimeSpan.FromMinutes(int.Parse(Minutes, CultureInfo.InvariantCulture)));
        var report = ScenarioSearch.Run(OneTime, options);
        output.WriteLine(report.ToString());
        Assert.True(report.IsComplete || Minutes is not null);
        Assert.True(report.Broken.Count == 0, string.Join("\n\n", report.Broken.DistinctBy(one => one.Law.Split(':')[0]).Take(5)));
    }
}

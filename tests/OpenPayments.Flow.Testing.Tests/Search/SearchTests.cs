using System.Globalization;

namespace OpenPayments.Flow.Testing.Tests.Search;

/// <summary>Every small scenario of the one-time payment.</summary>
public sealed class SearchTests(ITestOutputHelper output)
{
    private static readonly TestedFlow OneTime = TestedFlow.OfOrder(new OneTimePayment(
        TestWallets.Alice.Id, TestWallets.Bob.Id, TestWallets.Amount(TestWallets.Bob, 1000),
            new Uri("https://shop.example/payments/1/finish")));

    /// <summary>How many faults: one in the ordinary run, more with the target Search.</summary>
    private static readonly int Faults = Number("OPENPAYMENTS_SEARCH_FAULTS") ?? 1;

    /// <summary>How long the target Search may take.</summary>
    private static readonly TimeSpan? Most = Number("OPENPAYMENTS_SEARCH_MINUTES") is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    [Fact]
    public void No_scenario_of_a_one_time_payment_with_few_faults_breaks_a_law()
    {
        var report = ScenarioSearch.Run(OneTime, new SearchOptions(Faults, Most));
        output.WriteLine(report.ToString());
        Assert.True(report.IsComplete || Most is not null);
        Assert.True(report.Broken.Count == 0, string.Join("\n\n", report.Broken.DistinctBy(one => one.Law.Split(':')[0]).Take(5)));
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}

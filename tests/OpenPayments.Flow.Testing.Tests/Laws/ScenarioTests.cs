using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Flow.Testing.Tests.Laws;

/// <summary>
/// Every law, over scenarios of all nine flows that are drawn: 2,000 of them, or as many as <c>OPENPAYMENTS_SCENARIOS</c> says.
/// </summary>
public sealed class ScenarioTests(ITestOutputHelper output)
{
    private static readonly int HowMany =
        int.Parse(Environment.GetEnvironmentVariable("OPENPAYMENTS_SCENARIOS") ?? "2000", CultureInfo.InvariantCulture);

    public static TheoryData<string> Flows => [.. Orders.ByName.Keys];

    [Fact]
    public void No_scenario_breaks_a_law_and_between_them_they_pass_every_stage_and_every_end()
    {
        var coverage = new Coverage();
        Prop.ForAll(Scenarios.Any, scenario =>
        {
            var run = Runner.Run(scenario, Testing.Laws.All);
            coverage.Add(run);
            return (run.Broken is null).Label(run.Broken ?? "");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(HowMany).WithQuietOnSuccess(true));

        foreach (var line in coverage.Lines) output.WriteLine(line);
        Assert.Empty(coverage.Missed);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Where_nothing_goes_wrong_all_is_paid_that_is_in_time_and_within_its_limit(string name)
    {
        foreach (var flow in Gen.Sample(Orders.ByName[name], 20))
        {
            var run = Runner.Run(Scenario.Calm(flow), Testing.Laws.All);
            Assert.True(run.Broken is null, run.ToString());
            var outcomes = run.Last.Told.Select(told => told.Outcome).Concat(run.Result!.Payments).ToList();
            Assert.Equal(flow.Intended.Count, outcomes.Count);
            Assert.All(flow.Intended.Zip(outcomes), pair => Assert.True(IsAsItShould(flow, pair.Item1, pair.Item2), run.ToString()));
        }
    }

    private static bool IsAsItShould(TestedFlow flow, IntendedPayment intended, Outcome outcome) => outcome switch
    {
        Outcome.Paid => true,
        Outcome.Unpaid { Reason.Code: Reason.Codes.WindowMissed } => intended.Window?.End <= ModelServers.Start.AddMinutes(1),
        Outcome.Unpaid { Reason.Code: Reason.Codes.LimitExceeded or Reason.Codes.QuoteTooDear } => flow.Orders.Count > 0,
        _ => false,
    };
}

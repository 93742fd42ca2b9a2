using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Flow.Tests.World;
using Xunit;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>Every law, over stories of all nine flows that are drawn: 2,000 of them, or as many as <c>OPENPAYMENTS_STORIES</c> says.</summary>
public sealed class FlowLaws(ITestOutputHelper output)
{
    private static readonly int HowMany = int.Parse(Environment.GetEnvironmentVariable("OPENPAYMENTS_STORIES") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public void No_story_breaks_a_law_and_between_them_they_pass_every_stage_and_every_end()
    {
        var coverage = new Coverage();
        Prop.ForAll(Stories.Any, story =>
        {
            var tale = Tale.Of(story);
            coverage.Add(tale);
            return (tale.Broken is null).Label(tale.Broken ?? "");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(HowMany).WithQuietOnSuccess(true));

        foreach (var line in coverage.Lines) output.WriteLine(line);
        Assert.Empty(coverage.Missed);
    }

    [Theory]
    [MemberData(nameof(AllFlows))]
    public void In_a_calm_world_a_flow_completes(string flow)
    {
        foreach (var order in Gen.Sample(Orders.ByFlow[flow], 20).Distinct())
        {
            var tale = Tale.Of(new Story(order, new Setting(), []));
            Assert.True(tale.Broken is null && (tale.End.Progress is Progress.Completed || order is FuturePayments or Subscription or RecurringFixedDebit or RecurringFixedReceive), new Story(order, new Setting(), []).ToString());
        }
    }

    public static TheoryData<string> AllFlows => [.. Orders.ByFlow.Keys];
}

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
    public void In_a_calm_world_everything_is_paid_that_is_in_time_and_within_its_limit(string flow)
    {
        foreach (var order in Gen.Sample(AnyOrder.ByFlow[flow], 20).Distinct())
        {
            var story = new Story(order, new Setting(), [], []);
            var tale = Tale.Of(story);
            Assert.True(tale.Broken is null, story.ToString());
            Assert.All(Due.Of(order).Zip(EndLaws.ResultOf(tale.End).Payments, (due, outcome) => IsAsItShould(order, due, outcome)), well => Assert.True(well, story.ToString()));
        }
    }

    public static TheoryData<string> AllFlows => [.. AnyOrder.ByFlow.Keys];

    private static bool IsAsItShould(Order order, Due due, Outcome outcome) => outcome switch
    {
        Outcome.Paid => true,
        Outcome.Unpaid { Reason.Code: Reason.Codes.WindowMissed } => due.Window?.End <= Clock.Start.AddMinutes(1),
        Outcome.Unpaid { Reason.Code: Reason.Codes.LimitExceeded or Reason.Codes.QuoteTooDear } => order is FuturePayments { Payments.Count: > 0 },
        _ => false,
    };
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpenPayments.Flow.Tests.World;
using Xunit;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>Every law, over stories that are drawn: 2,000 of them, or as many as <c>OPENPAYMENTS_STORIES</c> says.</summary>
public sealed class PaymentLaws(ITestOutputHelper output)
{
    private static readonly int HowMany = int.Parse(Environment.GetEnvironmentVariable("OPENPAYMENTS_STORIES") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public void No_story_breaks_a_law_and_between_them_they_pass_every_state()
    {
        var passed = new Dictionary<string, int>();
        Prop.ForAll(Stories.Any, story =>
        {
            var tale = Tale.Of(story);
            foreach (var name in tale.States.Select(s => s.GetType().Name).Distinct()) passed[name] = passed.GetValueOrDefault(name) + 1;
            return (tale.Broken is null).Label(tale.Broken ?? "");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(HowMany).WithQuietOnSuccess(true));

        foreach (var (name, count) in passed.OrderBy(p => p.Value)) output.WriteLine($"{count,8} stories pass {name}");
        Assert.Empty(Given.Cases.Select(c => c.Name).Except(passed.Keys));
    }
}

namespace OpenPayments.SpecDiff.Tests;

/// <summary>A whole report, as it was reviewed: from the release before to the one that our documents follow.</summary>
public class ReportTests
{
    private const string Approved = "from-7.1.3-to-7.4.0.md";

    [Fact]
    public void The_report_between_two_releases_is_the_reviewed_one()
    {
        var output = new StringWriter();
        Assert.Equal(DiffCommand.Breaking, DiffCommand.Run("npm:7.1.3", "npm:7.4.0", failOnBreaking: true, new NoNpm(), output));
        if (File.Exists(Approved) && File.ReadAllText(Approved) == output.ToString()) return;
        var file = Path.GetFullPath("actual-" + Approved);
        File.WriteAllText(file, output.ToString());
        Assert.Fail($"The report reads otherwise. If that is meant, copy {file} over tests/OpenPayments.SpecDiff.Tests/Approved/{Approved}.");
    }

    [Fact]
    public void A_breaking_change_fails_only_where_it_is_asked_to()
    {
        var (breaking, same) = (Small.Compare(Small.InAnswers("{type: string}"), Small.InAnswers("{type: integer}")), Small.Compare(Small.InAnswers("{type: string}"), Small.InAnswers("{type: string}")));
        Assert.True(Report.IsBreaking(breaking, new([])));
        Assert.False(Report.IsBreaking(same, new([])));
        Assert.True(Report.IsBreaking(same, new([new(Status.Removed, "Words", [], [])])));
        Assert.True(Report.IsBreaking(same, new([], "no C#")));
    }

    [Fact]
    public void Where_nothing_changed_the_report_says_so()
    {
        var report = Report.Of("a", "b", Small.Compare(Small.InAnswers("{type: string}"), Small.InAnswers("{type: string}")), new([]));
        Assert.Contains("On the wire nothing changes. In the generated C# 0 types changed", report, StringComparison.Ordinal);
        Assert.Contains("## Operations\n\nNone changed.\n\n## Schemas\n\nNone changed.\n\n## Generated C#\n\nThe public surface is the same.\n", report, StringComparison.Ordinal);
    }
}

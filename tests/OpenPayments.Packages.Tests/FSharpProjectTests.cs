namespace OpenPayments.Packages.Tests;

/// <summary>A new F# project on the packages.</summary>
public class FSharpProjectTests(Feed feed)
{
    [Fact]
    public async Task A_new_FSharp_project_pays_trimmed_and_self_contained()
    {
        var (folder, said) = await (await NewProject.CreateAsync(feed, "PayingFromFSharp")).PublishAsync();
        Assert.Empty(Trimming.OfOurs(said));
        Assert.Equal(["OpenPayments.Client.dll", "OpenPayments.Flow.FSharp.dll", "OpenPayments.Flow.dll", "OpenPayments.Generated.dll"], Trimming.Ours(folder));
        Assert.Equal(("1 paid", 1000), await Payer.PayAsync(Path.Combine(folder, "PayingFromFSharp")));
    }
}

namespace OpenPayments.Packages.Tests;

/// <summary>A new C# project on the packages.</summary>
public class CSharpProjectTests(Feed feed)
{
    [Fact]
    public async Task A_new_CSharp_project_pays_trimmed_and_self_contained()
    {
        var (folder, said) = await (await NewProject.CreateAsync(feed, "Paying")).PublishAsync();
        Assert.Empty(Trimming.OfOurs(said));
        Assert.Equal(["OpenPayments.Client.dll", "OpenPayments.Flow.dll", "OpenPayments.Generated.dll"], Trimming.Ours(folder));
        Assert.Equal(("Completed, and kept as JSON", 1000), await Payer.PayAsync(Path.Combine(folder, "Paying")));
    }
}

namespace OpenPayments.Packages.Tests;

/// <summary>The generator as a package, in a project with a document that has nothing to do with Open Payments.</summary>
public class OwnDocumentsTests(Feed feed)
{
    [Fact]
    public async Task A_project_with_a_document_of_its_own_gets_its_own_clients()
    {
        var (folder, said) = await (await NewProject.CreateAsync(feed, "Generating")).PublishAsync();
        Assert.Empty(Trimming.Warnings(said));
        // nothing of ours is needed when it runs
        Assert.Empty(Trimming.Ours(folder));
        var printed = await Command.DotnetAsync(folder, feed.Cache, "Generating.dll");
        Assert.Equal(
            [
                "Emma for 1250, as paper and braille",
                "to reader@example.com",
                "GET /books/1",
                """POST /orders {"book":"https://shop.example/books/1","delivery":{"mail":"reader@example.com"}}""",
            ],
            printed.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_project_that_does_not_refer_to_Refit_is_told_to()
    {
        var error = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () => await (await NewProject.CreateAsync(feed, "Generating", "WithoutRefit")).PublishAsync("-p:WithoutRefit=true"));
        Assert.Contains("error OPGEN014: Refit implements the printed interfaces, and Generating.csproj does not refer to it: add <PackageReference Include=\"Refit\" />", error.Message, StringComparison.Ordinal);
    }
}

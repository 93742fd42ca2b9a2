namespace OpenPayments.SpecDiff.Tests;

/// <summary>The ways to say which documents are meant.</summary>
public class DocumentSetTests
{
    [Theory]
    [InlineData("openapi", 3)]
    [InlineData("openapi/*.yaml", 3)]
    [InlineData("openapi/auth-server.yaml", 1)]
    public void A_folder_a_glob_and_a_file_are_found(string wanted, int documents) =>
        Assert.Equal(documents, DocumentSet.Find(Path.Combine(Repo.Root, wanted), new NoNpm(), "").Read().Count);

    [Fact]
    public void A_pinned_release_is_found_under_whatever_name_it_is_installed() =>
        Assert.StartsWith(Repo.Published("open-payments-7.1.3"), DocumentSet.Find("npm:7.1.3", new NoNpm(), "").Files[0], StringComparison.Ordinal);

    [Fact]
    public void Another_release_is_asked_of_npm()
    {
        var scratch = Directory.CreateTempSubdirectory("npm").FullName;
        var error = Assert.Throws<SpecDiffException>(() => DocumentSet.Find("npm:0.0.1", new NoNpm(), scratch));
        Directory.Delete(scratch, recursive: true);
        Assert.Equal("npm did not bring @interledger/open-payments 0.0.1: the network is not there", error.Message);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("nowhere/*.yaml")]
    [InlineData("openapi/*.xml")]
    public void Nothing_found_says_what_to_give(string wanted) =>
        Assert.StartsWith($"no OpenAPI document is at '{wanted}'; give a folder", Assert.Throws<SpecDiffException>(() => DocumentSet.Find(wanted, new NoNpm(), "")).Message, StringComparison.Ordinal);
}

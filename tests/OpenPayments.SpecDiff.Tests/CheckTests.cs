namespace OpenPayments.SpecDiff.Tests;

/// <summary>Whether we are behind the published documents.</summary>
public class CheckTests
{
    private static (int Code, string Said) Check(INpm npm, bool failOnBehind = false)
    {
        var output = new StringWriter();
        return (CheckCommand.Run(Repo.Own, failOnBehind, npm, output), output.ToString());
    }

    [Fact]
    public void Our_documents_are_not_behind_the_pinned_release_if_that_is_the_newest()
    {
        var (code, said) = Check(new NoNpm(newest: "7.4.0"), failOnBehind: true);
        Assert.Equal($"{Repo.Own} says the same as the newest published documents, those of @interledger/open-payments 7.4.0. We are not behind.\n", said);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Without_a_network_it_says_so_and_compares_with_what_is_installed()
    {
        var (code, said) = Check(new NoNpm());
        Assert.Equal(
            "The newest version could not be had (the network is not there), so whether there is a newer one is not known. Compared instead with what is installed here.\n"
            + $"{Repo.Own} says the same as the documents of @interledger/open-payments 7.4.0, which package.json pins.\n", said);
        Assert.Equal(0, code);
    }

    [Fact]
    public void A_newest_version_that_npm_does_not_bring_is_named()
    {
        var (_, said) = Check(new NoNpm(newest: "99.0.0"));
        Assert.StartsWith("The newest version could not be had (npm did not bring @interledger/open-payments 99.0.0: the network is not there)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_is_named_with_the_command_that_explains_it()
    {
        // the other pinned release stands for one that differs
        var (code, said) = Check(new NoNpm(newest: "7.1.3"), failOnBehind: true);
        Assert.Contains("- resource-server.yaml /paths//outgoing-payment-grant: ", said, StringComparison.Ordinal);
        Assert.EndsWith($"./build.sh --target=Spec-Diff --from={Repo.Own} --to=npm:7.1.3\n", said, StringComparison.Ordinal);
        Assert.Equal(CheckCommand.Behind, code);
        Assert.Equal(0, Check(new NoNpm(newest: "7.1.3")).Code);
    }
}

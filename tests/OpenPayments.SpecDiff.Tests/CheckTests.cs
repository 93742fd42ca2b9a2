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

    [Fact]
    public void A_document_more_and_one_fewer_are_differences()
    {
        var folder = Directory.CreateTempSubdirectory("own").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Repo.Own, "*.yaml")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            File.Move(Path.Combine(folder, "wallet-address-server.yaml"), Path.Combine(folder, "another-server.yaml"));
            var output = new StringWriter();
            Assert.Equal(CheckCommand.Behind, CheckCommand.Run(folder, failOnBehind: true, new NoNpm(newest: "7.4.0"), output));
            Assert.Contains(", in 2 places.", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("- another-server.yaml: not published\n", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("- wallet-address-server.yaml: missing here\n", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Npm_is_told_not_to_try_again_and_to_complain_only()
    {
        if (OperatingSystem.IsWindows()) return; // a script stands in for npm
        var folder = Directory.CreateTempSubdirectory("npm").FullName;
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            var npm = Path.Combine(folder, "npm");
            File.WriteAllText(npm, "#!/bin/sh\n[ \"$1\" = view ] || { echo; echo \" no such command \" >&2; exit 1; }\necho \" $* \"\n");
            File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            Environment.SetEnvironmentVariable("PATH", folder + Path.PathSeparator + path);
            Assert.Equal((true, "view a version --loglevel=error --fetch-retries=0"), new Npm().Run("view", "a", "version"));
            Assert.Equal((false, "no such command"), new Npm().Run("install"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
            Directory.Delete(folder, recursive: true);
        }
    }
}

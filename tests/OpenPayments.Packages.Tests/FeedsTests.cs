using System.Text.RegularExpressions;

namespace OpenPayments.Packages.Tests;

/// <summary>The build for the feed that serves everything differs in one properties file, one switch of a template, and one file for Ed25519.</summary>
public partial class FeedsTests
{
    [Fact]
    public void One_properties_file_knows_which_feed_it_is() =>
        Assert.Equal(["build/PackageFeed.props"], Files("*.props", "*.targets", "*.csproj", "*.fsproj", "*.cs", "*.fs", "*.liquid").Where(file => PackageFeed().IsMatch(Read(file))));

    [Fact]
    public void One_template_has_the_switch() =>
        Assert.Equal(["src/OpenPayments.Generated/Generation/templates/Client.Interface.liquid"], Files("*.liquid").Where(file => Read(file).Contains("refit", StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Ed25519_is_in_one_file_for_each_feed_and_nothing_else_names_its_library()
    {
        var files = Files("*.cs").Where(file => file.StartsWith("src/OpenPayments.Client/Crypto/Ed25519.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["src/OpenPayments.Client/Crypto/Ed25519.Libsodium.cs", "src/OpenPayments.Client/Crypto/Ed25519.NSec.cs"], files);
        Assert.DoesNotContain(Files("*.cs").Except(files), file => Library().IsMatch(Read(file)));
        // the same members, whichever is compiled
        Assert.Equal(Members(files[0]), Members(files[1]));
    }

    private static List<string> Members(string file) =>
        [.. Read(file).Split('\n').Where(line => line.StartsWith("    public ", StringComparison.Ordinal)).Select(line => Body().Replace(line, "")).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files(params string[] patterns) =>
        patterns.SelectMany(pattern => new[] { "build", "src" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repo.Root, folder), pattern, SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repo.Root, pattern)))
            .Select(file => Path.GetRelativePath(Repo.Root, file).Replace('\\', '/')).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repo.Root, file));

    [GeneratedRegex(@"\$\(PackageFeed\)")]
    private static partial Regex PackageFeed();

    [GeneratedRegex(@"using NSec|LibraryImport\(|crypto_sign")]
    private static partial Regex Library();

    [GeneratedRegex(@"\s*(=>.*|;.*)$")]
    private static partial Regex Body();
}

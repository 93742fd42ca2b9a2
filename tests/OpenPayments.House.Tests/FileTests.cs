using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpenPayments.House.Tests;

/// <summary>What holds for every file that is committed.</summary>
public partial class FileTests
{
    /// <summary>Broken in two, so that this file passes its own test.</summary>
    private static readonly string[] RegistryHosts =
        ["nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com", "pkgs.dev" + ".azure", "myget" + ".org", "jfrog" + ".io", "artifact" + "ory"];

    private static readonly string[] UnfinishedWork = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "Assert.Sk" + "ip"];

    private const int LongestFile = 200;

    [Fact]
    public void No_file_names_a_package_registry() =>
        Repository.Expect("where packages come from is each machine's own business", Texts().SelectMany(
            file => RegistryHosts.Where(host => file.Text.Contains(host, StringComparison.OrdinalIgnoreCase)).Select(host => $"{file.Path}: {host}")));

    [Fact]
    public void The_npm_lock_file_pins_contents_and_not_places()
    {
        using var lockFile = JsonDocument.Parse(Repository.Read("package-lock.json"));
        var packages = lockFile.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0).ToList();
        Assert.NotEmpty(packages);
        Repository.Expect("with a URL", packages.Where(package => package.Value.TryGetProperty("resolved", out _)).Select(package => package.Name));
        Repository.Expect("without a hash", packages.Where(package => !package.Value.TryGetProperty("integrity", out _)).Select(package => package.Name));
    }

    [Fact]
    public void Lines_end_with_a_line_feed_and_are_indented_with_spaces() =>
        Repository.Expect("tabs and carriage returns", Texts().Where(file => Path.GetExtension(file.Path) != ".sln").SelectMany(
            file => new[] { ('\t', "a tab"), ('\r', "a carriage return") }.Where(bad => file.Text.Contains(bad.Item1)).Select(bad => $"{file.Path}: {bad.Item2}")));

    [Fact]
    public void A_source_file_is_short_enough_to_hold_one_idea() =>
        Repository.Expect($"longer than {LongestFile} lines", Repository.Sources("src", "tools")
            .Select(path => (path, Lines: Repository.Read(path).AsSpan().Count('\n'))).Where(file => file.Lines > LongestFile).Select(file => $"{file.path}: {file.Lines}"));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Repository.Expect("unfinished work", Repository.Sources("src", "tools", "tests").SelectMany(
            path => UnfinishedWork.Where(Repository.Read(path).Contains).Select(word => $"{path}: {word}")));

    [Fact]
    public void No_test_is_skipped() =>
        Repository.Expect("skipped tests", Repository.Sources("tests").Where(path => SkippedTest().IsMatch(Repository.Read(path))));

    [GeneratedRegex(@"\bSkip(Unless|When|Type)?\s*=[^=>]")]
    private static partial Regex SkippedTest();

    private static IEnumerable<(string Path, string Text)> Texts() =>
        Repository.Files().Where(path => Path.GetExtension(path) is not ".png" and not ".ico" and not ".woff2").Select(path => (path, Repository.Read(path)));
}

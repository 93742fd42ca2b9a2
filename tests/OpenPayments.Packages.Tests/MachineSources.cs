using System.Text.RegularExpressions;

namespace OpenPayments.Packages.Tests;

/// <summary>The feeds that this machine is configured to restore from, by name: a project in a folder without a configuration of its own uses them.</summary>
internal static partial class MachineSources
{
    private const string Section = "packageSources:";

    /// <summary>Their names as <c>dotnet nuget config</c> lists them for <paramref name="folder"/>; fails the test where there is none.</summary>
    public static async Task<IReadOnlyList<string>> InAsync(string folder, string cache)
    {
        var lines = (await Command.DotnetAsync(folder, cache, "nuget", "config", "get", "all")).Split('\n').Select(line => line.TrimEnd('\r'));
        // a section's entries are indented below its name
        var names = lines.SkipWhile(line => line != Section).Skip(1).TakeWhile(line => line.StartsWith('\t')).Select(line => Key().Match(line).Groups["key"].Value).ToList();
        Assert.NotEmpty(names);
        return names;
    }

    [GeneratedRegex("""\bkey="(?<key>[^"]+)" """)]
    private static partial Regex Key();
}

using System.Text.RegularExpressions;

namespace OpenPayments.Packages.Tests;

/// <summary>The feeds that this machine restores from, by name, where a project has no configuration of its own.</summary>
internal static partial class MachineSources
{
    private const string Section = "packageSources:";

    /// <summary>Their names as <c>dotnet nuget config</c> lists them for a folder; fails the test where there is none.</summary>
    public static async Task<IReadOnlyList<string>> InAsync(string folder, string cache)
    {
        var printed = await Command.DotnetAsync(folder, cache, "nuget", "config", "get", "all");
        var lines = printed.Split('\n').Select(line => line.TrimEnd('\r'));
        // a section's entries are indented below its name
        var entries = lines.SkipWhile(line => line != Section).Skip(1).TakeWhile(line => line.StartsWith('\t'));
        var names = entries.Select(line => Key().Match(line).Groups["key"].Value).ToList();
        Assert.NotEmpty(names);
        return names;
    }

    [GeneratedRegex("""\bkey="(?<key>[^"]+)" """)]
    private static partial Regex Key();
}

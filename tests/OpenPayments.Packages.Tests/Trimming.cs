using System.Text.RegularExpressions;

namespace OpenPayments.Packages.Tests;

/// <summary>What a trimmed publish says, and what it leaves.</summary>
internal static partial class Trimming
{
    /// <summary>Warnings of the linker, with a line each, and whatever else the build warned of.</summary>
    public static IEnumerable<string> Warnings(string said) => said.Split('\n').Where(line => Warning().IsMatch(line)).Distinct();

    /// <summary>Those that are about an assembly of ours: they name its members, its sources, or itself.</summary>
    public static IEnumerable<string> OfOurs(string said) => Warnings(said).Where(line => line.Contains("OpenPayments", StringComparison.Ordinal));

    /// <summary>What is left of ours in a published folder.</summary>
    public static IEnumerable<string> Ours(string folder) => Directory.GetFiles(folder, "OpenPayments.*").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bwarning [A-Z]+\d+\b")]
    private static partial Regex Warning();
}

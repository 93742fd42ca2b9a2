using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff;

/// <summary>The documents of one side of a comparison.</summary>
/// <param name="Label">What the report calls them: as they were asked for.</param>
/// <param name="Files">Their paths, in order.</param>
public sealed record DocumentSet(string Label, IReadOnlyList<string> Files)
{
    private const string NpmPrefix = "npm:";
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Finds <c>npm:7.4.0</c>, a folder, a file or a glob; <paramref name="scratch"/> takes what npm brings.</summary>
    public static DocumentSet Find(string wanted, INpm npm, string scratch)
    {
        var files = wanted.StartsWith(NpmPrefix, StringComparison.Ordinal) ? In(Published.Folder(wanted[NpmPrefix.Length..], npm, scratch), "*")
            : Directory.Exists(wanted) ? In(wanted, "*")
            : In(Path.GetDirectoryName(Path.GetFullPath(wanted))!, Path.GetFileName(wanted));
        return files.Count > 0 ? new(wanted, files)
            : throw new SpecDiffException($"no OpenAPI document is at '{wanted}'; give a folder, a glob such as openapi/*.yaml, or npm: and a version of {Published.Package}");
    }

    /// <summary>Reads them afresh: a file without <c>paths</c> is shared by the others and no document of its own.</summary>
    public List<SpecDocument> Read() => [.. Files.Select(SpecDocument.Load).Where(d => d.Root.ContainsKey("paths"))];

    private static List<string> In(string folder, string pattern) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder, pattern).Where(f => Endings.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)] : [];
}

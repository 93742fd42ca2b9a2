namespace OpenPayments.Tests;

/// <summary>The sources of this repository in a folder of a test's own: what is built there touches nothing else.</summary>
internal static class SourceCopy
{
    /// <summary>Names that are left out wherever they stand: what a build made, and what belongs to one working copy.</summary>
    private static readonly HashSet<string> Left =
        [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Copies what lies in <paramref name="root"/> to <paramref name="folder"/>. npm's packages are linked.</summary>
    public static string Make(string root, string folder)
    {
        Copy(root, folder);
        var packages = Path.Combine(root, "node_modules");
        if (Directory.Exists(packages)) Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), packages);
        return folder;
    }

    private static IEnumerable<string> Wanted(string[] paths) => paths.Where(path => !Left.Contains(Path.GetFileName(path)));

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Wanted(Directory.GetFiles(from))) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Wanted(Directory.GetDirectories(from))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}

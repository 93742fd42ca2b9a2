namespace OpenPayments.House.Tests;

/// <summary>The files of this repository, as they lie on the disk: what a build or a package manager made is left out.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Made = [".git", ".vs", ".idea", "bin", "obj", "node_modules", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];
    private static readonly HashSet<string> Databases = [".db", ".db-shm", ".db-wal"];

    public static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IEnumerable<string> Files(params string[] folders) =>
        (folders.Length == 0 ? [Root] : folders.Select(PathOf))
        .SelectMany(Below)
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Sources(params string[] folders) => Files(folders).Where(path => Path.GetExtension(path) is ".cs" or ".fs");

    /// <summary>Fails with every finding on its own line.</summary>
    public static void Expect(string rule, IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{rule}\n{string.Join('\n', found)}");
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Where(file => !Databases.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != ".git")
            .Concat(Directory.EnumerateDirectories(folder).Where(child => !Made.Contains(Path.GetFileName(child))).SelectMany(Below));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "OpenPayments.sln")) ? folder
        : FindRoot(Directory.GetParent(folder)?.FullName ?? throw new InvalidOperationException("no OpenPayments.sln above the tests"));
}

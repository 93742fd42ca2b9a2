using System.IO.Compression;

[assembly: AssemblyFixture(typeof(OpenPayments.Packages.Tests.Feed))]

namespace OpenPayments.Packages.Tests;

/// <summary>A folder with our packages, packed once for all tests as the target Pack does it, and a package cache that starts without them.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("packages-").FullName;

    /// <summary>The packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>Where new projects restore to.</summary>
    public string Cache => Path.Combine(_root, "cache");

    public async ValueTask InitializeAsync() => await PackAsync(Repo.Root, Folder);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs the sources in <paramref name="root"/> into <paramref name="folder"/>.</summary>
    public static Task PackAsync(string root, string folder, params string[] switches) =>
        Command.DotnetAsync(root, Repo.PackageCache, ["pack", "OpenPayments.Packages.slnf", "--configuration", "Release", "--output", folder, "--nologo", "-v:quiet", .. switches]);

    /// <summary>A package, to look into.</summary>
    public static ZipArchive Open(string folder, string package) => ZipFile.OpenRead(Path.Combine(folder, $"{package}.{Repo.Version}.nupkg"));

    /// <summary>A folder for something of a test's own.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
}

using System.IO.Compression;
using OpenPayments.Tests;

[assembly: AssemblyFixture(typeof(OpenPayments.Packages.Tests.Feed))]

namespace OpenPayments.Packages.Tests;

/// <summary>Our packages, packed once for all tests from a copy of the sources, and a package cache that starts empty.</summary>
public sealed class Feed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("packages-").FullName;

    /// <summary>The packages.</summary>
    public string Folder => Path.Combine(_root, "feed");

    /// <summary>The sources that they were packed from.</summary>
    public string Sources => Path.Combine(_root, "sources");

    /// <summary>Where new projects restore to: nothing that this machine restored before is in it.</summary>
    public string Cache => Path.Combine(_root, "cache");

    public async ValueTask InitializeAsync() => await PackAsync(SourceCopy.Make(Repo.Root, Sources), Folder);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs the sources in <paramref name="root"/> into <paramref name="folder"/>, as the target Pack does.</summary>
    public static Task PackAsync(string root, string folder) =>
        Command.DotnetAsync(
            root, Repo.PackageCache, "pack", "OpenPayments.Packages.slnf", "-c", "Release", "--output", folder, "--nologo", "-v:quiet");

    /// <summary>A package, to look into.</summary>
    public static ZipArchive Open(string folder, string package) => ZipFile.OpenRead(Path.Combine(folder, $"{package}.{Repo.Version}.nupkg"));

    /// <summary>A folder for something of a test's own.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
}

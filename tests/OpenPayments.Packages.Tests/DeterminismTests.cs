using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace OpenPayments.Packages.Tests;

/// <summary>Equal sources give equal assemblies: whoever doubts a package can pack it again.</summary>
public class DeterminismTests(Feed feed)
{
    private static readonly string[] Sources = ["Analyzers", "Client", "Flow", "Flow.FSharp", "Generated", "SpecPrep"];
    private static readonly HashSet<string> Made = ["bin", "obj"];

    [Fact]
    public async Task Packed_again_from_another_folder_the_assemblies_are_the_same_byte_for_byte()
    {
        var (copy, again) = (feed.NewFolder("sources"), feed.NewFolder("again"));
        foreach (var file in Directory.GetFiles(Repo.Root).Where(file => Path.GetFileName(file) != ".git")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        foreach (var folder in Sources.Select(name => "src/OpenPayments." + name).Concat(["build", "openapi"])) Copy(Path.Combine(Repo.Root, folder), Path.Combine(copy, folder));
        // NSwag is a tool that is brought, not a source
        await Feed.PackAsync(copy, again, $"-p:NSwagRoot={Repo.Root}", "-p:LockFiles=off");
        Assert.Equal(Repo.Packages.SelectMany(package => Assemblies(feed.Folder, package)), Repo.Packages.SelectMany(package => Assemblies(again, package)));
    }

    [Fact]
    public void Symbols_and_sources_are_in_the_assemblies_and_name_no_folder_of_this_machine()
    {
        foreach (var package in Repo.Packages)
        {
            using var archive = Feed.Open(feed.Folder, package);
            using var image = new MemoryStream(Bytes(archive.Entries.First(e => e.Name.StartsWith("OpenPayments.", StringComparison.Ordinal) && e.Name.EndsWith(".dll", StringComparison.Ordinal))));
            using var assembly = new PEReader(image);
            var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)).GetMetadataReader();
            var documents = symbols.Documents.Select(handle => symbols.GetString(symbols.GetDocument(handle).Name)).ToList();
            Assert.NotEmpty(documents);
            Assert.All(documents, name => Assert.StartsWith("/_/", name, StringComparison.Ordinal));
            // the kind "embedded source" of the format for portable symbols
            Assert.Contains(symbols.CustomDebugInformation, handle => symbols.GetGuid(symbols.GetCustomDebugInformation(handle).Kind) == new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE"));
        }
    }

    private static IEnumerable<string> Assemblies(string folder, string package)
    {
        using var archive = Feed.Open(folder, package);
        foreach (var entry in archive.Entries.Where(e => Path.GetExtension(e.Name) is ".dll" or ".xml"))
            yield return $"{entry.FullName} {Convert.ToHexString(SHA256.HashData(Bytes(entry)))}";
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from).Where(folder => !Made.Contains(Path.GetFileName(folder)))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}

using OpenPayments.Tests;

namespace OpenPayments.Packages.Tests;

/// <summary>Equal sources give equal assemblies: whoever doubts a package can pack it again.</summary>
public class DeterminismTests(Feed feed)
{
    /// <summary>Packs everything once more, so it has a target of its own: <c>./build.sh --target=Determinism</c>.</summary>
    [Fact]
    [Trait("target", "Determinism")]
    public async Task Packed_again_from_another_folder_the_assemblies_are_the_same_byte_for_byte()
    {
        var again = feed.NewFolder("again");
        await Feed.PackAsync(SourceCopy.Make(Repo.Root, feed.NewFolder("other-sources")), again);
        Assert.Equal(Repo.Packages.SelectMany(package => Fingerprints(feed.Folder, package)), Repo.Packages.SelectMany(package => Fingerprints(again, package)));
    }

    [Fact]
    public void Symbols_and_sources_are_in_the_assemblies_and_name_no_folder_of_this_machine()
    {
        foreach (var package in Repo.Packages)
        {
            using var archive = Feed.Open(feed.Folder, package);
            using var assembly = new PackedAssembly(archive.Entries.First(e =>
                !e.FullName.StartsWith("analyzers/", StringComparison.Ordinal) && e.Name.StartsWith("OpenPayments.", StringComparison.Ordinal) && e.Name.EndsWith(".dll", StringComparison.Ordinal)));
            Assert.NotEmpty(assembly.Sources);
            Assert.All(assembly.Sources, name => Assert.StartsWith("/_/", name, StringComparison.Ordinal));
            Assert.True(assembly.EmbedsSources, package);
        }
    }

    private static IEnumerable<string> Fingerprints(string folder, string package)
    {
        using var archive = Feed.Open(folder, package);
        foreach (var entry in archive.Entries.Where(e => Path.GetExtension(e.Name) is ".dll" or ".xml"))
        {
            // the F# compiler leaves as much room for the name of the symbols as the real folder's path is long: the rest is compared
            if (entry.Name != "OpenPayments.Flow.FSharp.dll") yield return $"{entry.FullName} {PackedAssembly.Hash(PackedAssembly.Bytes(entry))}";
            else using (var assembly = new PackedAssembly(entry)) yield return $"{entry.FullName} {assembly.HashOfContents}";
        }
    }
}

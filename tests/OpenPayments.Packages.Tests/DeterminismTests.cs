namespace OpenPayments.Packages.Tests;

/// <summary>Equal sources give equal assemblies: whoever doubts a package can pack it again.</summary>
public class DeterminismTests(Feed feed)
{
    private static readonly string[] Sources = ["src", "tools", "build", "openapi"];
    private static readonly HashSet<string> Made = ["bin", "obj"];

    [Fact]
    public async Task Packed_again_from_another_folder_the_assemblies_are_the_same_byte_for_byte()
    {
        var (copy, again) = (feed.NewFolder("sources"), feed.NewFolder("again"));
        foreach (var file in Directory.GetFiles(Repo.Root).Where(file => Path.GetFileName(file) != ".git")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        foreach (var folder in Sources) Copy(Path.Combine(Repo.Root, folder), Path.Combine(copy, folder));
        await Feed.PackAsync(copy, again);
        Assert.Equal(Repo.Packages.SelectMany(package => Fingerprints(feed.Folder, package)), Repo.Packages.SelectMany(package => Fingerprints(again, package)));
    }

    [Fact]
    public void Symbols_and_sources_are_in_the_assemblies_and_name_no_folder_of_this_machine()
    {
        foreach (var package in Repo.Packages)
        {
            using var archive = Feed.Open(feed.Folder, package);
            using var assembly = new PackedAssembly(archive.Entries.First(e => e.Name.StartsWith("OpenPayments.", StringComparison.Ordinal) && e.Name.EndsWith(".dll", StringComparison.Ordinal)));
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

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from).Where(folder => !Made.Contains(Path.GetFileName(folder)))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}

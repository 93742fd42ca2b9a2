using System.Xml.Linq;

namespace OpenPayments.Packages.Tests;

/// <summary>What is in the packages.</summary>
public class ContentTests(Feed feed)
{
    public static TheoryData<string> Packages => [.. Repo.Packages];

    public static TheoryData<string> Libraries => [.. Repo.Libraries];

    /// <summary>What each asks for, and nothing beside it; a package whose version is pinned is named by all that it reaches.</summary>
    private static readonly Dictionary<string, string[]> Dependencies = new()
    {
        ["OpenPayments.Generated"] = ["Refit"],
        ["OpenPayments.Generation"] = ["NSwag.MSBuild"],
        ["OpenPayments.Flow"] = ["LanguageExt.Core", "OpenPayments.Generated", "Refit"],
        ["OpenPayments.Flow.FSharp"] = ["FSharp.Core", "LanguageExt.Core", "OpenPayments.Flow", "Refit"],
        ["OpenPayments.Flow.Testing"] = ["FSharp.Core", "FsCheck", "LanguageExt.Core", "OpenPayments.Flow", "Refit"],
        ["OpenPayments.Client"] =
        [
            "LanguageExt.Core", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options",
            "NSec.Cryptography", "OpenPayments.Flow", "Refit",
        ],
    };

    [Fact]
    public void The_packages_are_these() =>
        Assert.Equal(Repo.Packages.Select(name => $"{name}.{Repo.Version}.nupkg"), Directory.GetFiles(feed.Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Packages))]
    public void A_package_says_what_it_is_whose_and_under_what_licence(string package)
    {
        var metadata = Metadata(package);
        Assert.Equal((package, Repo.Version), (Text(metadata, "id"), Text(metadata, "version")));
        Assert.Equal("Apache-2.0", Text(metadata, "license"));
        Assert.NotEmpty(Text(metadata, "authors"));
        Assert.InRange(Text(metadata, "description").Length, 60, 300);
        Assert.Null(Element(metadata, "projectUrl"));
        // which commit, where there is one, and not where it can be had
        Assert.Equal("git", (string?)Element(metadata, "repository")!.Attribute("type"));
        Assert.Null(Element(metadata, "repository")!.Attribute("url"));
        Assert.StartsWith($"# {package}\n", Read(package, Text(metadata, "readme")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Packages))]
    public void A_package_depends_on_what_it_uses_and_on_nothing_else(string package) =>
        Assert.Equal(Dependencies[package], Metadata(package).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => (string)e.Attribute("id")!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Libraries))]
    public void A_library_brings_its_assembly_and_its_documentation_and_no_other(string package)
    {
        using var archive = Feed.Open(feed.Folder, package);
        string[] analyzer = package == "OpenPayments.Flow" ? ["analyzers/dotnet/cs/OpenPayments.Analyzers.dll"] : [];
        Assert.Equal([.. analyzer, $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"], archive.Entries.Select(e => e.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal) || name.StartsWith("lib/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        var members = XDocument.Load(archive.GetEntry($"lib/net10.0/{package}.xml")!.Open()).Descendants("member").ToList();
        Assert.NotEmpty(members);
        Assert.All(members, member => Assert.NotEmpty(member.Value.Trim() + string.Concat(member.Elements().Select(e => e.Name))));
    }

    [Fact]
    public void The_generator_brings_its_program_and_no_library()
    {
        using var archive = Feed.Open(feed.Folder, "OpenPayments.Generation");
        var names = archive.Entries.Select(e => e.FullName).ToList();
        Assert.DoesNotContain(names, name => name.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Equal(["tools/OpenPayments.SpecPrep.dll", "tools/YamlDotNet.dll"], names.Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("buildTransitive/OpenPayments.Generation.targets", names);
        var own = Path.Combine(Repo.Root, "src", "OpenPayments.Generated");
        string[] needed = [.. Directory.GetFiles(Path.Combine(own, "Generation", "templates")).Select(f => "generation/templates/" + Path.GetFileName(f)), .. Directory.GetFiles(Path.Combine(own, "Runtime")).Select(f => "generation/runtime/" + Path.GetFileName(f))];
        Assert.Empty(needed.Except(names));
        Assert.Equal("true", Text(Metadata("OpenPayments.Generation"), "developmentDependency"));
    }

    private XElement Metadata(string package) => XDocument.Parse(Read(package, package + ".nuspec")).Root!.Elements().Single();

    private string Read(string package, string file)
    {
        using var archive = Feed.Open(feed.Folder, package);
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    private static XElement? Element(XElement metadata, string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name);

    private static string Text(XElement metadata, string name) => Element(metadata, name)?.Value ?? "";
}

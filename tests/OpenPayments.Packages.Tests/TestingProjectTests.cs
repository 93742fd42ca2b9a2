using System.Xml.Linq;

namespace OpenPayments.Packages.Tests;

/// <summary>New test projects on the testing package: a team tests a plan of its own, from C# and from F#.</summary>
public class TestingProjectTests(Feed feed)
{
    [Theory, InlineData("TestingPlans"), InlineData("TestingPlansFromFSharp")]
    public async Task A_new_test_project_tests_plans_with_the_package(string name)
    {
        var folder = feed.NewFolder(name);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Projects", name)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        // beside the feeds of the machine
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"),
            $"""<configuration><packageSources><add key="ours" value="{feed.Folder}" /></packageSources></configuration>""");
        var xunit = XDocument.Load(Path.Combine(Repo.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => ((string)package.Attribute("Include")!).StartsWith("xunit.v3", StringComparison.Ordinal));
        var said = await Command.DotnetAsync(folder, feed.Cache, "run", "--configuration", "Release",
            $"-p:OpenPaymentsVersion={Repo.Version}", $"-p:XunitPackage={(string)xunit.Attribute("Include")!}",
            $"-p:XunitVersion={(string)xunit.Attribute("Version")!}");
        Assert.Contains("Total: 3, Errors: 0, Failed: 0", said, StringComparison.Ordinal);
    }
}

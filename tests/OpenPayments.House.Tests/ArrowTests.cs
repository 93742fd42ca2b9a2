using System.Xml.Linq;

namespace OpenPayments.House.Tests;

/// <summary>The arrows run one way: Generated, Flow, Client, Host, Sandbox, each knowing only those before it.</summary>
public class ArrowTests
{
    /// <summary>What each project may refer to. A project that is not here has no place in the house yet.</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["Analyzers"] = [],
        ["SpecPrep"] = [],
        ["SpecDiff"] = ["SpecPrep"],
        ["Generated"] = [],
        ["Flow"] = ["Generated"],
        ["Flow.FSharp"] = ["Generated", "Flow"],
        ["Flow.Testing"] = ["Generated", "Flow"],
        ["Client"] = ["Generated", "Flow"],
        ["Host"] = ["Generated", "Flow", "Client"],
        ["Sandbox"] = ["Generated", "Flow", "Client", "Host"],
    };

    public static TheoryData<string> Projects => [.. Below.Keys];

    [Fact]
    public void Every_project_has_its_place_in_the_house() =>
        Assert.Equal(Below.Keys.Order(StringComparer.Ordinal), ProjectFiles().Select(Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_file_points_downwards(string project) =>
        Repository.Expect($"{project} may refer to no project but {List(project)}", ReferencesIn(project).Where(to => !to.AtBuildTime).Select(to => to.Name).Except(Below[project]));

    [Theory, MemberData(nameof(Projects))]
    public void A_compiled_assembly_points_downwards(string project)
    {
        using var assembly = new CompiledAssembly("OpenPayments." + project);
        Repository.Expect($"{project} may refer to no assembly of ours but {List(project)}", assembly.References.Where(name => name.StartsWith("OpenPayments.", StringComparison.Ordinal)).Select(Name).Except(Below[project]));
    }

    [Fact]
    public void What_works_at_build_time_lies_apart_from_what_ships() =>
        Assert.Equal(["Analyzers", "SpecDiff", "SpecPrep"], ProjectFiles().Where(path => path.StartsWith("tools/", StringComparison.Ordinal)).Select(Name));

    [Fact]
    public void The_analyzers_and_the_generator_are_used_at_build_time_alone() =>
        Repository.Expect("compile-time tools must not be referenced as libraries, but by a tool", Below.Keys.Except(["SpecDiff"]).SelectMany(
            project => ReferencesIn(project).Where(to => to.Name is "Analyzers" or "SpecPrep" && !to.AtBuildTime).Select(to => $"{project} refers to {to.Name}")));

    [Theory, InlineData("Flow"), InlineData("Client"), InlineData("Host"), InlineData("Sandbox")]
    public void Every_project_that_switches_over_states_has_the_analyzer(string project) =>
        Assert.Contains(ReferencesIn(project), to => to is { Name: "Analyzers", AtBuildTime: true });

    private static string List(string project) => Below[project] is { Length: > 0 } allowed ? string.Join(", ", allowed) : "none";

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.EndsWith("proj", StringComparison.Ordinal) ? path : path + ".proj")["OpenPayments.".Length..];

    private static IEnumerable<string> ProjectFiles() => Repository.Files("src", "tools").Where(path => path.EndsWith("proj", StringComparison.Ordinal));

    /// <summary>From the project file and from the targets files beside it.</summary>
    private static IEnumerable<Reference> ReferencesIn(string project) =>
        Repository.Files("src", "tools").Where(path => path.Split('/')[1] == $"OpenPayments.{project}")
            .Where(path => path.EndsWith("proj", StringComparison.Ordinal) || Path.GetExtension(path) is ".targets" or ".props")
            .SelectMany(path => XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference"))
            .Select(element => new Reference(Name(element.Attribute("Include")!.Value), (string?)element.Attribute("ReferenceOutputAssembly") == "false"));

    private sealed record Reference(string Name, bool AtBuildTime);
}

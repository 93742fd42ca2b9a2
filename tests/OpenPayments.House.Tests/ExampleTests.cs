using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OpenPayments.House.Tests;

/// <summary>What the README shows is what the libraries offer.</summary>
public partial class ExampleTests
{
    private const string ImplicitUsings =
        "global using System; global using System.Threading.Tasks; global using Microsoft.AspNetCore.Builder; global using Microsoft.Extensions.DependencyInjection;";

    public static TheoryData<string> CSharp => [.. Blocks("csharp")];

    [Theory, MemberData(nameof(CSharp))]
    public void An_example_in_CSharp_compiles(string example)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error);
        var compilation = CSharpCompilation.Create("example", new[] { ImplicitUsings, example }.Select(text => CSharpSyntaxTree.ParseText(text)), references, options);
        Repository.Expect(example, compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
    }

    /// <summary>Run as a script: the example is of the pure core, so running it harms nobody.</summary>
    [Fact]
    public async Task The_example_in_FSharp_runs()
    {
        var example = Assert.Single(Blocks("fsharp"));
        var references = new[] { "LanguageExt.Core", "OpenPayments.Generated", "OpenPayments.Flow", "OpenPayments.Flow.FSharp" }
            .Select(name => $"#r @\"{Path.Combine(AppContext.BaseDirectory, name + ".dll")}\"\n");
        var script = Path.Combine(AppContext.BaseDirectory, "example.fsx");
        await File.WriteAllTextAsync(script, string.Concat(references) + example);
        await Dotnet.Run(AppContext.BaseDirectory, "fsi", "--quiet", "--nologo", "--warnaserror+", "--exec", script);
    }

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(Repository.Read("README.md")).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["code"].Value);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

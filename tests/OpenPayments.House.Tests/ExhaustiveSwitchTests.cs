using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OpenPayments.Analyzers;

namespace OpenPayments.House.Tests;

/// <summary>A forgotten case of a closed hierarchy does not compile, and a complete switch needs no default arm.</summary>
public class ExhaustiveSwitchTests
{
    private const string Closed = "abstract record Light { private Light() { } public sealed record Red(int Seconds) : Light; public sealed record Green(int Seconds) : Light; }";
    private const string Open = "abstract record Light { public sealed record Red(int Seconds) : Light; public sealed record Green(int Seconds) : Light; }";

    [Theory]
    [InlineData("Light.Red => 1, Light.Green => 2")]
    [InlineData("Light.Red r => r.Seconds, Light.Green g => g.Seconds")]
    [InlineData("Light.Red(var seconds) => seconds, Light.Green(_) => 2")]
    [InlineData("Light.Red or Light.Green => 1")]
    [InlineData("Light.Red { Seconds: 0 } => 0, Light.Red => 1, Light.Green => 2")]
    public async Task A_switch_with_every_case_compiles(string arms) => Assert.Empty(await Errors(Closed, arms));

    [Theory]
    [InlineData("Light.Red => 1")]
    [InlineData("Light.Red => 1, Light.Green { Seconds: 0 } => 2")]
    [InlineData("Light.Red => 1, Light.Green(0) => 2")]
    [InlineData("Light.Red => 1, Light.Green g when g.Seconds > 0 => 2")]
    public async Task A_switch_that_forgets_a_case_does_not_compile(string arms) => Assert.Equal(["CS8509"], await Errors(Closed, arms));

    [Fact]
    public async Task A_hierarchy_that_others_may_extend_is_not_taken_for_closed() =>
        Assert.Equal(["CS8509"], await Errors(Open, "Light.Red => 1, Light.Green => 2"));

    /// <summary>With warnings as errors, as everywhere in this repository.</summary>
    private static async Task<IEnumerable<string>> Errors(string hierarchy, string arms)
    {
        var source = $"#nullable enable\n{hierarchy} static class Test {{ static int Value(Light light) => light switch {{ {arms} }}; }}";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error);
        var compilation = CSharpCompilation.Create("test", [CSharpSyntaxTree.ParseText(source)], references, options);
        var diagnostics = await compilation.WithAnalyzers([new ClosedHierarchySuppressor()]).GetAllDiagnosticsAsync();
        return diagnostics.Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false }).Select(diagnostic => diagnostic.Id);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OpenPayments.Generated.Tests;

/// <summary>Compiles what was printed as the project does: with the runtime part and the JSON source generator, every warning an error.</summary>
internal static class Compiled
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable).WithGeneralDiagnosticOption(ReportDiagnostic.Error).WithDeterministic(true);

    private static readonly MetadataReference[] References = [.. Directory.GetFiles(Path.Combine(Repo.ReferencePack, "ref", "net10.0"), "*.dll").Append(typeof(Refit.RestService).Assembly.Location).Select(f => MetadataReference.CreateFromFile(f))];

    private static readonly ISourceGenerator[] Generators =
        [.. new AnalyzerFileReference(Path.Combine(Repo.ReferencePack, "analyzers", "dotnet", "cs", "System.Text.Json.SourceGeneration.dll"), new Loader()).GetGenerators(LanguageNames.CSharp)];

    private static readonly SyntaxTree[] Runtime =
        [.. Directory.GetFiles(Path.Combine(Repo.Root, "src", "OpenPayments.Generated", "Runtime"), "*.cs").Select(f => Tree(File.ReadAllText(f), f)), Tree(Usings, "Usings.cs")];

    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The whole of it.</summary>
    public static Compilation Of(string code)
    {
        var before = CSharpCompilation.Create("OpenPayments.Generated", [Tree(code, "OpenPayments.g.cs"), .. Runtime], References, Options);
        CSharpGeneratorDriver.Create(Generators, parseOptions: Parsing).RunGeneratorsAndUpdateCompilation(before, out var after, out var complaints);
        Assert.Empty(complaints);
        return after;
    }

    public static SyntaxTree Tree(string code, string path) => CSharpSyntaxTree.ParseText(code, Parsing, path);

    /// <summary>The assembly; fails the test at the first diagnostic.</summary>
    public static MemoryStream Assembly(string code) => Image(Of(code));

    /// <summary>The assembly of a compilation; fails the test at the first diagnostic.</summary>
    public static MemoryStream Image(Compilation compilation)
    {
        var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success && result.Diagnostics.IsEmpty, string.Join('\n', result.Diagnostics.Take(20)));
        image.Position = 0;
        return image;
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}

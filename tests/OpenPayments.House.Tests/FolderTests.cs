using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenPayments.House.Tests;

/// <summary>The folders of the core build on one another in one direction: values, plans, steps, orders, and what is told and stored of them.</summary>
public class FolderTests
{
    private const string Core = "src/OpenPayments.Flow/";
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Linq;";

    /// <summary>From the lowest. A folder knows itself and those before it.</summary>
    private static readonly string[] Floors = ["Values", "Plans", "Steps", "Orders", "Summary", "Stored"];

    [Fact]
    public void Every_folder_of_the_core_has_its_floor() =>
        Assert.Equal(Floors.Order(StringComparer.Ordinal), Sources().Select(FolderOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_folder_of_the_core_knows_only_those_below_it()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != "OpenPayments.Flow.dll").Select(path => MetadataReference.CreateFromFile(path));
        var trees = Sources().Select(path => CSharpSyntaxTree.ParseText(Repository.Read(path), path: path)).ToList();
        var core = CSharpCompilation.Create("core", trees.Append(CSharpSyntaxTree.ParseText(Usings)), references);
        var known = trees.SelectMany(tree => ReferencesIn(tree, core.GetSemanticModel(tree))).ToList();
        Assert.True(known.Count > 1000, $"only {known.Count} references were found");
        Repository.Expect("knows a folder above it", known
            .Where(to => Array.IndexOf(Floors, FolderOf(to.Target)) > Array.IndexOf(Floors, FolderOf(to.Source)))
            .Select(to => $"{to.Source} knows {to.Name} of {to.Target}").Distinct());
    }

    /// <summary>The types of the core that a file names, or whose members it names. What documentation refers to does not count.</summary>
    private static IEnumerable<(string Source, string Name, string Target)> ReferencesIn(SyntaxTree tree, SemanticModel model) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        let symbol = model.GetSymbolInfo(name).Symbol
        let type = (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition
        where type is not null
        from declared in type.DeclaringSyntaxReferences.Take(1)
        select (tree.FilePath, type.Name, declared.SyntaxTree.FilePath);

    private static IEnumerable<string> Sources() => Repository.Sources("src").Where(path => path.StartsWith(Core, StringComparison.Ordinal));

    private static string FolderOf(string path) => path[Core.Length..].Split('/')[0];
}

using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>The names that no schema takes are those that the code around the printed types uses.</summary>
public class ReservedNameTests
{
    private static readonly Compilation Whole = Compiled.Of(Printed.Code(Printed.Documents(Path.Combine(Repo.Root, "openapi"))));

    [Fact]
    public void Every_name_of_a_type_or_namespace_in_the_hand_written_part_is_reserved()
    {
        var used = Whole.SyntaxTrees.Where(t => t.FilePath.Contains("/Runtime/", StringComparison.Ordinal)).SelectMany(Names).Where(n => n != "var").ToHashSet();
        Assert.True(used.Count > 50, $"only {used.Count} were found");
        Assert.Equal("", string.Join(' ', used.Except(ReservedNames.All).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void So_is_every_member_of_a_context()
    {
        var context = Whole.GetTypeByMetadataName("OpenPayments.Generated.OpenPaymentsJsonContext")!;
        var inherited = typeof(JsonSerializerContext).GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(m => m.Name);
        // what it calls a type of .NET
        var foreign = context.GetMembers().OfType<IPropertySymbol>().Where(p => p.Type is not INamedTypeSymbol { TypeArguments: [{ ContainingNamespace.Name: "Generated" }] }).Select(p => p.Name)
            .Where(n => !n.StartsWith("IReadOnly", StringComparison.Ordinal) && !n.StartsWith("IDictionary", StringComparison.Ordinal) && !n.StartsWith("Nullable", StringComparison.Ordinal));
        Assert.Equal("", string.Join(' ', inherited.Concat(foreign).Where(m => m.All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetterUpper(m[0])).Except(ReservedNames.All).Distinct().Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Names(SyntaxTree tree)
    {
        var model = Whole.GetSemanticModel(tree);
        var root = tree.GetRoot();
        foreach (var declared in root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(t => t.Parent is BaseNamespaceDeclarationSyntax)) yield return declared.Identifier.Text;
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Parent is not QualifiedNameSyntax { Right: var right } || right != n))
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            if (symbol is INamespaceSymbol or INamedTypeSymbol { ContainingType: null } or IMethodSymbol { MethodKind: MethodKind.Constructor }) yield return name.Identifier.Text;
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenPayments.Generated.Tests;

/// <summary>What is printed says where it comes from: the place in a document, and the template.</summary>
public class ProvenanceTests
{
    private static readonly SyntaxNode Code = Compiled.Tree(Printed.Code(Printed.Documents(Path.Combine(Repo.Root, "openapi"))), "OpenPayments.g.cs").GetRoot();

    [Fact]
    public void Every_type_of_the_documents_names_its_document_and_place()
    {
        var types = Code.DescendantNodes().OfType<RecordDeclarationSyntax>().Where(t => t.Identifier.Text != "Unknown").ToList();
        Assert.True(types.Count > 60, $"only {types.Count} were found");
        Assert.All(types, t => Assert.True(Said(t).Contains(".yaml#/", StringComparison.Ordinal) || Said(t).Contains("One shape for what the documents declare", StringComparison.Ordinal), t.Identifier.Text));
    }

    [Fact]
    public void Every_operation_names_its_document_and_place()
    {
        var methods = Code.DescendantNodes().OfType<InterfaceDeclarationSyntax>().SelectMany(i => i.Members).ToList();
        Assert.Equal(18, methods.Count);
        Assert.All(methods, m => Assert.Contains(".yaml#/paths/", Said(m), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_type_names_the_template_that_printed_it()
    {
        var types = Code.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(t => t.Parent is BaseNamespaceDeclarationSyntax).ToList();
        Assert.All(types, t =>
        {
            var said = Said(t).Split("// printed by ");
            Assert.True(said.Length > 1, $"{t.Identifier.Text} does not say it");
            Assert.True(File.Exists(Path.Combine(Repo.Generation, "..", said[1].Split('\n')[0].Trim())), said[1].Split('\n')[0]);
        });
    }

    private static string Said(SyntaxNode node) => node.GetLeadingTrivia().ToFullString();
}

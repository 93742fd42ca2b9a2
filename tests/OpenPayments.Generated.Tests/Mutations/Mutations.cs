using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>Carries a change through SpecPrep, NSwag and the compiler. The changes stand in classes of their own, which run side by side.</summary>
internal static class Mutations
{
    private static readonly SyntaxTree Above = Compiled.Tree(File.ReadAllText("Mutations/Consumer.cs"), "Consumer.cs");

    public static TheoryData<string> Names(IEnumerable<Mutation> mutations) => [.. mutations.Select(m => m.Name)];

    /// <summary>
    /// What is printed compiles, every value of it is read and written, and the code above breaks where it must and nowhere else; or the change is refused with a sentence that
    /// names the document, the place in it and the remedy.
    /// </summary>
    public static void Check(IEnumerable<Mutation> mutations, string name)
    {
        var mutation = mutations.Single(m => m.Name == name);
        string code;
        try
        {
            code = Printed.Code(mutation.Documents());
        }
        catch (SpecException e)
        {
            Assert.Equal(mutation.Expected, e.Code);
            Assert.Matches($@"^[a-z-]+\.yaml\([0-9]+,[0-9]+\): error {e.Code}: /", e.Diagnostic);
            Assert.Contains(mutation.Shows, e.Diagnostic, StringComparison.Ordinal);
            return;
        }
        Assert.Contains(mutation.Shows, code, StringComparison.Ordinal);
        var found = Complaints(code);
        var ids = string.Join(' ', found.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.True(mutation.Expected == ids, $"expected {mutation.Expected}, found {ids}\n{string.Join('\n', found)}");
    }

    /// <summary>What the compiler says of the code above; fails the test where the code below does not compile, or cannot read what it writes.</summary>
    public static List<Diagnostic> Complaints(string code)
    {
        var below = Compiled.Of(code);
        using var image = Compiled.Image(below);
        Assert.Empty(Sampled.Complaints(new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image)));
        return [.. below.AddSyntaxTrees(Above).GetSemanticModel(Above).GetDiagnostics().Where(d => d.Severity != DiagnosticSeverity.Hidden)];
    }

    public static Edit Auth(string line, string find, string put) => new("auth-server", line, find, put);

    public static Edit Resource(string line, string find, string put) => new("resource-server", line, find, put);

    public static Edit Wallet(string line, string find, string put) => new("wallet-address-server", line, find, put);

    /// <summary>A member more of a named schema, before one that is there.</summary>
    public static Edit Member(Func<string, string, string, Edit> document, string schema, string before, string member) =>
        document($"    {schema}:", $"\n        {before}:\n", $"\n        {member}\n        {before}:\n");

    /// <summary>A named schema more.</summary>
    public static Edit Schema(string document, string schema) => new(document, null, "\n  schemas:\n", $"\n  schemas:\n    {schema}\n");
}

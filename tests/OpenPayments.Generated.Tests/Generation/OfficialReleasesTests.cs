using Microsoft.CodeAnalysis;

namespace OpenPayments.Generated.Tests;

/// <summary>The documents of the official packages, as they lie there: each compiles without a warning, and without an edit.</summary>
public class OfficialReleasesTests
{
    /// <summary>From three documents, or two, beside a file that they share; 18 operations are those of 1.3.0.</summary>
    public static TheoryData<string, int> Releases => new()
    {
        { "open-payments", 18 },
        { "open-payments-7.1.3", 17 },
        { "open-payments-7.0.0", 17 },
        { "open-payments-6.14.1", 17 },
        { "open-payments-6.5.1", 17 },
        { "open-payments-6.0.0", 16 },
    };

    [Theory]
    [MemberData(nameof(Releases))]
    public void An_official_release_generates_and_compiles_as_it_is(string package, int operations)
    {
        var code = Printed.Code(Printed.Documents(Repo.Published(package)));
        var compilation = Compiled.Of(code);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity != DiagnosticSeverity.Hidden));
        var interfaces = compilation.GetSymbolsWithName(n => n.StartsWith('I') && n.EndsWith("Api", StringComparison.Ordinal), SymbolFilter.Type).OfType<INamedTypeSymbol>();
        Assert.Equal(operations, interfaces.Sum(i => i.GetMembers().Length));
    }
}

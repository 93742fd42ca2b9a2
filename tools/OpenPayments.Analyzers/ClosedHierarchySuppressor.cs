using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpenPayments.Analyzers;

/// <summary>
/// Lets a <c>switch</c> over a closed hierarchy stand without a <c>_</c> arm. The compiler's CS8509 ("not exhaustive") is right for a
/// type that anyone may derive from; for an abstract type whose constructors are all private, the sealed types nested in it are all
/// there will ever be, so the warning is taken back when each has an arm. A forgotten case keeps the warning, which is an error here.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClosedHierarchySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Rule = new("CLOSED001", "CS8509", "every case of the closed hierarchy has an arm");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Rule];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var tree = diagnostic.Location.SourceTree!;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node.FirstAncestorOrSelf<SwitchExpressionSyntax>() is not { } @switch) continue;
            if (context.GetSemanticModel(tree).GetOperation(@switch, context.CancellationToken) is not ISwitchExpressionOperation operation) continue;
            if (operation.Value.Type is not INamedTypeSymbol type || !IsClosed(type)) continue;
            var handled = operation.Arms.Where(arm => arm.Guard is null).SelectMany(arm => TypesOf(arm.Pattern)).ToImmutableHashSet(SymbolEqualityComparer.Default);
            // from another assembly private constructors are not seen: a hierarchy without cases of its own is not closed
            if (CasesOf(type).ToList() is { Count: > 0 } cases && cases.All(handled.Contains)) context.ReportSuppression(Suppression.Create(Rule, diagnostic));
        }
    }

    /// <summary>Abstract, and no constructor but private ones and the copy constructor that every record has.</summary>
    private static bool IsClosed(INamedTypeSymbol type) =>
        type.IsAbstract && type.InstanceConstructors.All(c => c.DeclaredAccessibility == Accessibility.Private || IsCopyConstructor(c, type));

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SameDefinition(constructor.Parameters[0].Type, type);

    private static IEnumerable<INamedTypeSymbol> CasesOf(INamedTypeSymbol type) =>
        type.GetTypeMembers().Where(member => member.IsSealed && member.BaseType is { } parent && SameDefinition(parent, type));

    private static bool SameDefinition(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);

    /// <summary>The types a pattern takes whole: <c>Paid</c>, <c>Paid p</c>, <c>Paid(var x)</c>, <c>Paid { Amount: var x }</c>, <c>Paid or Failed</c>; not <c>Paid { Amount: 0 }</c>.</summary>
    private static IEnumerable<ISymbol> TypesOf(IPatternOperation pattern) => pattern switch
    {
        ITypePatternOperation p => [p.MatchedType],
        IDeclarationPatternOperation { MatchedType: { } type } => [type],
        IRecursivePatternOperation { MatchedType: { } type } p
            when p.PropertySubpatterns.All(sub => TakesAnything(sub.Pattern)) && p.DeconstructionSubpatterns.All(TakesAnything) => [type],
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } p => TypesOf(p.LeftPattern).Concat(TypesOf(p.RightPattern)),
        _ => [],
    };

    private static bool TakesAnything(IPatternOperation pattern) => pattern is IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true };
}

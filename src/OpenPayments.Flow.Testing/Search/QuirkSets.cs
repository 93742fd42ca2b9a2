using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>Sets of quirks: each quirk is one fault.</summary>
internal static class QuirkSets
{
    private static readonly Quirks[] Each = [.. Enum.GetValues<Quirks>().Where(quirk => quirk != Quirks.None)];

    /// <summary>Every set of so many.</summary>
    public static IEnumerable<Quirks> Of(int count) => From(Quirks.None, 0, count);

    private static IEnumerable<Quirks> From(Quirks chosen, int first, int count) => count == 0 ? [chosen]
        : Enumerable.Range(first, Each.Length - first).SelectMany(i => From(chosen | Each[i], i + 1, count - 1));
}

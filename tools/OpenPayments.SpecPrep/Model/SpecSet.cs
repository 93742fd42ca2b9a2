using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep;

/// <summary>What the transformations work on: the documents, and what was gathered from them on the way.</summary>
/// <param name="Names">Hints that names.json gives.</param>
public sealed record SpecSet(Names Names)
{
    /// <summary>The documents in the order given; one, after <see cref="Servers"/>.</summary>
    public List<SpecDocument> Documents { get; init; } = [];

    /// <summary>Every error code that a document names.</summary>
    public SortedSet<string> ErrorCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>The one document that is left once <see cref="Servers"/> has run.</summary>
    public JsonObject Merged => Documents[0].Root;
}

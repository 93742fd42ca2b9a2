namespace OpenPayments.SpecDiff;

/// <summary>What happened to an operation or a schema as a whole.</summary>
public enum Status
{
    Added,
    Removed,
    Renamed,
    Changed,
}

/// <summary>One heading of the report: an operation or a schema, and its changes.</summary>
/// <param name="Status">What happened to it.</param>
/// <param name="Name">What it is called, in Markdown.</param>
/// <param name="Document">The document, or documents, that say the same about it.</param>
/// <param name="Changes">Never empty.</param>
public sealed record Entry(Status Status, string Name, string Document, IReadOnlyList<Change> Changes)
{
    /// <summary>Entries that documents share, such as a schema that two of them hold, become one.</summary>
    public static IReadOnlyList<Entry> Merge(IEnumerable<Entry> entries) =>
        [.. entries.GroupBy(e => (e.Status, e.Name, string.Join('\n', e.Changes))).Select(g => g.First() with { Document = string.Join(", ", g.Select(e => e.Document)) })];
}

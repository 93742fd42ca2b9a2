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
    /// <summary>A schema that several documents hold, and that changed alike in them, is told once.</summary>
    public static IReadOnlyList<Entry> MergeDocuments(IEnumerable<Entry> entries) =>
        [.. entries.GroupBy(e => (e.Status, e.Name, Text(e))).Select(g => g.First() with { Document = string.Join(", ", g.Select(e => e.Document)) })];

    /// <summary>Operations that changed alike, as by a response that they share, are told together.</summary>
    public static IReadOnlyList<Entry> MergeNames(IEnumerable<Entry> entries) =>
        [.. entries.GroupBy(e => (e.Status, e.Document, e.Status == Status.Changed ? Text(e) : e.Name)).Select(g => g.First() with { Name = string.Join(", ", g.Select(e => e.Name)) })];

    private static string Text(Entry entry) => string.Join('\n', entry.Changes);
}

using OpenPayments.SpecPrep;

namespace OpenPayments.Generated.Tests;

/// <summary>
/// A typical change to our documents, and what it must lead to: nothing, compiler errors in the code above (CS…), or an error of the
/// generation (OPGEN…) that names the place and the remedy.
/// </summary>
/// <param name="Name">What changed, for people.</param>
/// <param name="Expected">The distinct ids of the errors; empty when nothing breaks.</param>
/// <param name="Shows">What the C# then has, or for OPGEN what the error says.</param>
/// <param name="Edits">The change, as text.</param>
internal sealed record Mutation(string Name, string Expected, string Shows, params Edit[] Edits)
{
    public override string ToString() => Name;

    /// <summary>Our documents with the change made.</summary>
    public List<SpecDocument> Documents()
    {
        var texts = Directory.GetFiles(Path.Combine(Repo.Root, "openapi"), "*.yaml").Order(StringComparer.Ordinal).ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
        foreach (var edit in Edits) texts[edit.Document] = edit.Apply(texts.GetValueOrDefault(edit.Document, ""));
        return [.. texts.Select(t => new SpecDocument(t.Key, t.Key + ".yaml", Yaml.Parse(t.Value, t.Key + ".yaml")))];
    }
}

/// <summary>Replaces a text inside the block that a line of a document begins; without a line, in all of it.</summary>
internal sealed record Edit(string Document, string? Line, string Find, string Put)
{
    public string Apply(string text)
    {
        if (Find.Length == 0) return text + Put;
        var (from, to) = Line is null ? (0, text.Length) : Block(text, Line);
        var block = text[from..to];
        Assert.True(block.Contains(Find, StringComparison.Ordinal), $"{Document}.yaml has no '{Find}' below '{Line}'");
        var at = block.IndexOf(Find, StringComparison.Ordinal);
        block = Line is null ? block.Replace(Find, Put, StringComparison.Ordinal) : block[..at] + Put + block[(at + Find.Length)..];
        return text[..from] + block + text[to..];
    }

    private static (int From, int To) Block(string text, string line)
    {
        var from = text.IndexOf($"\n{line}\n", StringComparison.Ordinal) + 1;
        Assert.True(from > 0, $"there is no line '{line}'");
        var depth = line.Length - line.TrimStart().Length;
        var to = from + line.Length + 1;
        while (to < text.Length && text.AsSpan(to) is var rest && (rest[0] == '\n' || rest.Length - rest.TrimStart(' ').Length > depth)) to = text.IndexOf('\n', to) + 1;
        return (from, to);
    }
}

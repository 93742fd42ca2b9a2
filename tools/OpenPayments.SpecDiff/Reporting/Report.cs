using System.Text;

namespace OpenPayments.SpecDiff;

/// <summary>What changed, in Markdown, for a reader who decides whether to take it.</summary>
public static class Report
{
    /// <summary>Prints it.</summary>
    public static string Of(string from, string to, Comparison comparison, SurfaceResult surface)
    {
        var text = new StringBuilder($"# From {from} to {to}\n\n");
        Versions(text, comparison);
        Summary(text, [.. comparison.Changes], surface);
        Section(text, "Operations", comparison.Operations);
        Section(text, "Schemas", comparison.Schemas);
        Types(text, surface);
        return text.ToString();
    }

    /// <summary>Whether anything breaks: a client, a server, or code that is generated again.</summary>
    public static bool IsBreaking(Comparison comparison, SurfaceResult surface) =>
        surface.Failure is not null || comparison.Changes.Any(c => c.Verdict.IsBreaking) || surface.Changes.Any(SurfaceEffect.IsBreaking);

    private static void Versions(StringBuilder text, Comparison comparison)
    {
        text.Append("| document | from | to |\n|---|---|---|\n");
        foreach (var (document, from, to) in comparison.Versions) text.Append($"| {document} | {from ?? "none"} | {to ?? "none"} |\n");
    }

    private static void Summary(StringBuilder text, List<Change> changes, SurfaceResult surface)
    {
        text.Append("\nA *client* was written for the first documents and meets a server of the second; a *server* was written for the first and meets\na client of the second. Prose and examples are not compared.\n\n");
        if (changes.Count == 0) text.Append("On the wire nothing changes.");
        else
            text.Append($"{Count(changes.Count, "change")} on the wire: {Count(changes.Count(c => c.Verdict.Client.Harm == Harm.Wire), "break")} clients, "
                + $"{Count(changes.Count(c => c.Verdict.Client.Harm == Harm.Compile), "break")} them at compile time alone, {Count(changes.Count(c => c.Verdict.Server.Harm == Harm.Wire), "break")} servers.");
        if (surface.Failure is null) text.Append($" In the generated C# {Count(surface.Changes.Count, "type")} changed, {surface.Changes.Count(SurfaceEffect.IsBreaking)} of them in a way that breaks callers.");
        text.Append('\n');
    }

    private static void Section(StringBuilder text, string title, IReadOnlyList<Entry> entries)
    {
        text.Append($"\n## {title}\n");
        if (entries.Count == 0) text.Append("\nNone changed.\n");
        foreach (var entry in entries.OrderBy(e => e.Status))
        {
            text.Append($"\n### {entry.Status}: {entry.Name} · {entry.Document}\n\n");
            foreach (var change in entry.Changes)
                text.Append($"- {(change.Where.Length > 0 ? $"`{change.Where}`: " : "")}{change.What}\n  - client: {Says(change.Verdict.Client)}\n  - server: {Says(change.Verdict.Server)}\n");
        }
    }

    private static void Types(StringBuilder text, SurfaceResult surface)
    {
        text.Append("\n## Generated C#\n");
        if (surface.Failure is not null) text.Append($"\n**Not compared**: {surface.Failure}\n");
        else if (surface.Changes.Count == 0) text.Append("\nThe public surface is the same.\n");
        foreach (var change in surface.Changes.OrderBy(c => c.Status))
        {
            text.Append($"\n### {change.Status}: `{change.Name}`\n\nIt {SurfaceEffect.Of(change)}.\n");
            // of a type that is gone, the name is enough
            if (change.Status is not (Status.Added or Status.Changed)) continue;
            text.Append("\n```diff\n");
            foreach (var line in change.Removed) text.Append($"- {line.TrimEnd()}\n");
            foreach (var line in change.Added) text.Append($"+ {line.TrimEnd()}\n");
            text.Append("```\n");
        }
    }

    private static string Says(Effect effect) => effect.Harm switch
    {
        Harm.None => $"not breaking: {effect.Why}",
        Harm.Compile => $"**breaking at compile time**: {effect.Why}",
        _ => $"**breaking**: {effect.Why}",
    };

    private static string Count(int count, string what) => (count, what) switch
    {
        (1, "break") => "1 breaks",
        (_, "break") => $"{count} break",
        (1, _) => $"1 {what}",
        _ => $"{count} {what}s",
    };
}

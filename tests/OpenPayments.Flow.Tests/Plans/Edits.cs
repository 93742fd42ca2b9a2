namespace OpenPayments.Flow.Tests.Plans;

/// <summary>What a changed plan, a mixed-up store or a wrong hand can do to a journal.</summary>
internal static class Edits
{
    /// <summary>
    /// Every journal that differs from this one by one edit: two lines swapped, one removed, one inserted, one of another subject.
    /// </summary>
    public static IEnumerable<(string Edit, Journal Journal)> Of(Journal journal)
    {
        var entries = journal.Entries.ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            for (var j = i + 1; j < entries.Count; j++)
            {
                // lines of the same subject answer the same request: either answers it as well
                if (entries[i].Subject == entries[j].Subject) continue;
                List<JournalEntry> swapped = [.. entries];
                (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                yield return ($"{i} and {j} swapped", With(swapped));
            }
            yield return ($"{i} removed", With([.. entries[..i], .. entries[(i + 1)..]]));
            for (var at = 0; at <= entries.Count; at++) yield return (
                $"{i} inserted at {at}", With([.. entries[..at], entries[i], .. entries[at..]]));
            var subject = entries[i].Subject;
            foreach (var other in new[] { subject with { Step = "other" }, subject with { About = subject.About + "/" },
                subject with { Terms = "other" } })
                yield return ($"{i} of {other}", With([.. entries[..i], entries[i] with { Subject = other }, .. entries[(i + 1)..]]));
        }
        yield return ("another plan", journal with { Plan = "other" });

        Journal With(List<JournalEntry> changed) => journal with { Entries = [.. changed] };
    }
}

using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// A journal while a plan reads it: entries are taken in the order in which they were written, and each only by the part of the plan
/// that it answers.
/// </summary>
internal sealed class JournalReader(Journal journal, EntrySubject? underWay = null)
{
    private const int MostUnused = 20;

    private readonly List<JournalEntry> _entries = Copy(journal.Entries);
    private ValueList<Authority>? _unused = journal.Unused;

    /// <summary>How many entries were taken.</summary>
    public int Place { get; private set; }

    /// <summary>Nothing is left to read: what is asked now is asked for the first time.</summary>
    public bool IsAtEnd => Place == _entries.Count;

    /// <summary>The step that is under way, where a stored one is resumed.</summary>
    public EntrySubject? UnderWay => underWay;

    /// <summary>Set when the order was cancelled.</summary>
    public Cancellation? Cancelled => journal.Cancelled;

    /// <summary>The journal as it stands now.</summary>
    public Journal Journal => new(
        journal.Plan, ValueList<JournalEntry>.Over([.. _entries]), journal.Cancelled, _unused);

    /// <summary>The finding of the next entry; null at the end.</summary>
    /// <exception cref="PlanMismatchException">The next entry answers something else.</exception>
    public T? Take<T>(EntrySubject subject)
        where T : Finding
    {
        if (IsAtEnd) return null;
        var entry = _entries[Place];
        if (entry.Subject != subject || entry.Finding is not T finding) throw new PlanMismatchException(entry.Subject.ToString(), subject.ToString());
        Place++;
        return finding;
    }

    /// <summary>Everything was read before.</summary>
    public void SkipToEnd() => Place = _entries.Count;

    /// <summary>Puts a finding at the end, taken.</summary>
    public void Write(EntrySubject subject, Finding finding)
    {
        _entries.Add(new JournalEntry(subject, finding));
        Place = _entries.Count;
    }

    /// <summary>From <paramref name="place"/> on, nothing is left but this finding, and that is taken. What is dropped with the rest and must be given back is remembered.</summary>
    public void Fold(int place, EntrySubject subject, Finding finding)
    {
        var dropped = _entries.GetRange(place, _entries.Count - place);
        _entries.RemoveRange(place, dropped.Count);
        Write(subject, finding);
        foreach (var authority in dropped.SelectMany(entry => entry.Finding.Authorities))
        {
            if (!_entries.Exists(entry => entry.Finding.Authorities.Contains(authority))) Abandon(authority);
        }
    }

    /// <summary>Remembers what is to be given back. Of more than twenty the oldest, which has expired by now, is left to its server.</summary>
    public void Abandon(Authority authority)
    {
        if (_unused?.Contains(authority) == true) return;
        var all = (_unused ?? []).Plus(authority);
        _unused = all.Count > MostUnused ? new ValueList<Authority>(all.Skip(1)) : all;
    }

    /// <summary>What still held when a part of the plan ended, and nobody goes on with.</summary>
    public void Abandon(Interruption why)
    {
        if (why is not Interruption.Expired { Kept: { } kept }) return;
        foreach (var authority in kept.Authorities) Abandon(authority);
    }

    /// <summary>The plan ends here: what is left was written by another plan.</summary>
    public void End()
    {
        if (!IsAtEnd) throw new PlanMismatchException(_entries[Place].Subject.ToString(), "nothing more");
    }

    /// <summary>With room for what one answer adds.</summary>
    private static List<JournalEntry> Copy(ValueList<JournalEntry> entries)
    {
        var copy = new List<JournalEntry>(entries.Count + 2);
        copy.AddRange(entries.AsSpan());
        return copy;
    }
}

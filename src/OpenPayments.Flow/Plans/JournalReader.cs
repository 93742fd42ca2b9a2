using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// A journal while a plan reads it: entries are taken in the order in which they were written, and each only by the part of the plan
/// that it answers.
/// </summary>
internal sealed class JournalReader(Journal journal, EntrySubject? underWay = null)
{
    private const int MostUnused = 20;

    private ValueList<JournalEntry> _entries = journal.Entries;
    private ValueList<Authority> _unused = journal.Unused ?? [];

    /// <summary>How many entries were taken.</summary>
    public int Place { get; private set; }

    /// <summary>The first line that was written and not read: a plan that reads a stored journal to its end writes none.</summary>
    public EntrySubject? Added { get; private set; }

    /// <summary>Nothing is left to read: what is asked now is asked for the first time.</summary>
    public bool IsAtEnd => Place == _entries.Count;

    /// <summary>The step that is under way, where a stored one is resumed.</summary>
    public EntrySubject? UnderWay => underWay;

    /// <summary>Set when the order was cancelled.</summary>
    public Cancellation? Cancelled => journal.Cancelled;

    /// <summary>The journal as it stands now. What an entry holds is in use, whatever was abandoned on the way.</summary>
    public Journal Journal => new(journal.Plan, _entries, journal.Cancelled, Unused is { Count: > 0 } unused ? unused : null);

    private ValueList<Authority> Unused => _unused.Count == 0 ? _unused : [.. _unused.Where(authority => !IsHeld(authority))];

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
        Added ??= subject;
        _entries = _entries.Plus(new JournalEntry(subject, finding));
        Place = _entries.Count;
    }

    /// <summary>From <paramref name="place"/> on, nothing is left but this finding, and that is taken. What is dropped with the rest and must be given back is remembered.</summary>
    public void Fold(int place, EntrySubject subject, Finding finding)
    {
        var dropped = _entries.Skip(place).ToList();
        _entries = new ValueList<JournalEntry>(_entries.Take(place));
        Write(subject, finding);
        foreach (var authority in dropped.SelectMany(entry => entry.Finding.Authorities))
        {
            if (!IsHeld(authority)) Abandon(authority);
        }
    }

    /// <summary>Remembers what is to be given back. Of more than twenty the oldest, which has expired by now, is left to its server.</summary>
    public void Abandon(Authority authority)
    {
        if (_unused.Contains(authority)) return;
        _unused = new ValueList<Authority>(_unused.Append(authority).TakeLast(MostUnused));
    }

    private bool IsHeld(Authority authority) => _entries.Any(entry => entry.Finding.Authorities.Contains(authority));

    /// <summary>The plan ends here: what is left was written by another plan.</summary>
    public void End()
    {
        if (!IsAtEnd) throw new PlanMismatchException(_entries[Place].Subject.ToString(), "nothing more");
    }
}

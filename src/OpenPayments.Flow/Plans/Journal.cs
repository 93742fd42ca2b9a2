using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>What a plan has found out so far, in order.</summary>
/// <param name="Plan">The name of the plan that wrote it.</param>
/// <param name="Entries">A line for each step that is over. A part of the plan that is over may leave one line for all its steps.</param>
/// <param name="Cancelled">Set when the order was cancelled: nothing new is paid from then on.</param>
/// <param name="Unused">What no entry holds any more and was not given back yet.</param>
public sealed record Journal(string Plan, ValueList<JournalEntry> Entries, Cancellation? Cancelled = null, ValueList<Authority>? Unused = null)
{
    /// <summary>The same with a token that was renewed.</summary>
    internal Journal Renew(Token old, Token fresh) => this with
    {
        Entries = new ValueList<JournalEntry>(Entries.Select(entry => entry with { Finding = entry.Finding.Renew(old, fresh) })),
        Unused = Unused is null ? null : new ValueList<Authority>(Unused.Select(authority => authority.Renew(old, fresh))),
    };

    /// <summary>The same with one thing more to be given back.</summary>
    internal Journal With(Authority abandoned) => this with { Unused = (Unused ?? []).Plus(abandoned) };
}

/// <summary>One line of a journal.</summary>
/// <param name="Subject">What it answers.</param>
/// <param name="Finding">The answer.</param>
public sealed record JournalEntry(EntrySubject Subject, Finding Finding);

/// <summary>Someone cancelled the order.</summary>
/// <param name="Why">For people.</param>
/// <param name="At">When.</param>
public sealed record Cancellation(string Why, DateTimeOffset At);

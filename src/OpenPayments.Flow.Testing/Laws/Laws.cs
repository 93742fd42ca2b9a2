namespace OpenPayments.Flow.Testing;

/// <summary>
/// The laws of a payment. Give all of them, or your own beside them, to a <see cref="Runner"/> or a <see cref="ScenarioSearch"/>.
/// </summary>
public static class Laws
{
    /// <summary>An outgoing payment is one that was intended: whom, how much, in which window.</summary>
    public static Law OnlyWhatIsIntended { get; } = new("only what is intended is paid", LedgerLaws.Stray);

    /// <summary>No sequence of answers, losses and restarts makes two payments for one intent.</summary>
    public static Law AtMostOnce { get; } = new("what is intended is paid at most once", LedgerLaws.Twice);

    /// <summary>For all time, or in each window of the consent.</summary>
    public static Law NeverMoreThanConsented { get; } = new("never more is paid than was consented to", LedgerLaws.Dear);

    /// <summary>Completed: all has arrived. Failed: nothing was paid, and nothing still can be. What is uncertain says so.</summary>
    public static Law NoWordThatIsNotKnown { get; } = new("no word is told that is not known", EndLaws.Untrue);

    /// <summary>A payment that was under way is followed to its end; no other is begun.</summary>
    public static Law NothingNewAfterCancel { get; } = new("after a cancel no new payment is made", EndLaws.PaidAfterCancel);

    /// <summary>Within <see cref="Observation.Bound"/>.</summary>
    public static Law EveryRunEnds { get; } = new("every run ends", o =>
        o.Steps <= o.Bound || o.IsOver ? null : $"this one has taken {o.Steps} steps");

    /// <summary>A forged, foreign, tampered or replayed return, and one that nobody waits for.</summary>
    public static Law OnlyTheWalletMovesAConsent { get; } = new("a return that is not the wallet's changes nothing", ReturnLaws.Moved);

    /// <summary>What is stored and read again is equal, is written the same, is accepted by its plan and asks the same question.</summary>
    public static Law StoredStatesGoOn { get; } = new("a stored state goes on as it did", StateLaws.Changed, IsOfStateAlone: true);

    /// <summary>Not in a printed state, question or summary, whatever servers repeat.</summary>
    public static Law NoSecretIsShown { get; } = new("no secret is shown", StateLaws.Shown, IsOfStateAlone: true);

    /// <summary>Every token and every grant that the client was told of, except where a server did not answer.</summary>
    public static Law NothingIsHeldAtTheEnd { get; } = new("at the end nothing is held that was not given back", EndLaws.Held);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Law> All { get; } =
    [
        OnlyWhatIsIntended, AtMostOnce, NeverMoreThanConsented, NoWordThatIsNotKnown, NothingNewAfterCancel, EveryRunEnds,
        OnlyTheWalletMovesAConsent, StoredStatesGoOn, NoSecretIsShown, NothingIsHeldAtTheEnd,
    ];

    /// <summary>The first law that is broken at this moment, as a sentence; null where all hold.</summary>
    public static string? FirstBroken(IReadOnlyList<Law> laws, Observation at)
    {
        ArgumentNullException.ThrowIfNull(laws);
        foreach (var law in laws)
        {
            if (law.IsOfStateAlone && !at.IsLookedAtClosely) continue;
            if (law.Check(at) is { } broken) return $"{law.Name}: {broken}";
        }
        return null;
    }
}

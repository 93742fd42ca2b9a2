namespace OpenPayments.Flow;

/// <summary>
/// See <see cref="Plan.Attempt{T}"/> and <see cref="Plan.Within"/>. While it is under way its round stands in the journal, then what it
/// came to, in the place of everything that was learnt on the way.
/// </summary>
internal sealed class Attempts<T>(Window? window, Func<Round, DateTimeOffset, Plan<T>> body) : Plan<Fact>
    where T : Fact
{
    private const int Most = 8;

    internal override Position<Fact> Enter(Tape tape)
    {
        var place = tape.Place;
        var fact = tape.Take();
        if (fact is T or Outcome) return Position<Fact>.Through(fact);
        if (fact is not (null or Round)) throw new PlanMismatchException($"a {fact.GetType().Name} stands in the journal where the plan attempts a {typeof(T).Name}");
        var round = fact as Round ?? new Round(1, NotBefore: window?.Start);
        if (fact is null) tape.Fold(place, round);
        while (true)
        {
            var position = Body(round).Enter(tape);
            if (position.Stage is not null) return position;
            var ended = position.IsThrough(out var known) ? known : position.Why!.Outcome();
            if (Later(round, ended) is not { } next)
            {
                tape.Fold(place, ended);
                return Position<Fact>.Through(ended);
            }
            round = next;
            tape.Fold(place, round);
        }
    }

    /// <summary>In its window: waited for, and not begun when it is over.</summary>
    private Plan<Fact> Body(Round round) => window is null
        ? body(round, DateTimeOffset.MinValue).Select(fact => (Fact)fact)
        : Plan.Then(Pauses.Until(round.NotBefore ?? window.Start), now => now.At < window.End
            ? body(round, now.At).Select(fact => (Fact)fact)
            : Plan.Return<Fact>(new Outcome.Unpaid(round.Because ?? Missed(window), null)));

    /// <summary>The next attempt; null where there is none: paid, uncertain, for good, too often, or too late.</summary>
    private Round? Later(Round round, Fact ended)
    {
        if (window is null || ended is not Outcome.Unpaid { At: { } at } unpaid || round.Number >= Most) return null;
        var then = at + Pause(window, round.Number);
        return then < window.End ? new Round(round.Number + 1, Because: unpaid.Reason, NotBefore: then) : null;
    }

    /// <summary>Doubling from a 200th of the window, so that the attempts reach over most of it: from 3.6 hours in a month.</summary>
    private static TimeSpan Pause(Window window, int number) => TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, (window.End - window.Start).Ticks / 200) << (number - 1));

    private static Reason Missed(Window window) => new(Reason.Codes.WindowMissed, "schedule",
        $"The time for this payment, {window.Words}, went by before it could be begun.", "Nothing was paid for it. Pay it apart, if it is still owed.", Fault.Network);
}

using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// See <see cref="Plan.InEachWindow"/>. One line of the journal holds how far the windows have come; behind it stands what the present
/// window's attempt found out, and nothing of those before it.
/// </summary>
internal sealed class Periods(string interval, Func<Window, Round, Plan<Outcome>> payment) : Plan<Totals>
{
    private const int MostAttempts = 8;
    private static readonly EntrySubject AttemptLine = new("attempt", "");

    private readonly EntrySubject _line = new("windows", interval);
    private readonly Recurrence _recurrence = Recurrence.Parse(interval).Match(
        Right: recurrence => recurrence, Left: error => throw new ArgumentException(error.Why, nameof(interval)));

    internal override Position Enter(JournalReader journal, Continuation<Totals> then)
    {
        var place = journal.Place;
        var passed = journal.Take<WindowsPassed>(_line);
        if (passed is null) journal.Write(_line, passed = WindowsPassed.None);
        return Begin(new Now(this, passed, place, then), journal);
    }

    private static Position Begin(Now now, JournalReader journal)
    {
        var (periods, passed) = (now.Periods, now.Passed);
        if (journal is { Cancelled: not null, IsAtEnd: true }) return now.Then.Known(journal, passed.Totals);
        if (periods._recurrence.PaymentWindow(passed.Totals.Count + 1, passed.ServerStart) is not { } window) return now.Then.Known(journal, passed.Totals);
        var place = journal.Place;
        var round = journal.Take<Round>(AttemptLine);
        if (round is null) journal.Write(AttemptLine, round = new Round(1, NotBefore: window.Start));
        return Attempt(now, window, round, place, journal);
    }

    private static Position Attempt(Now now, Window window, Round round, int place, JournalReader journal) =>
        Plan.Then(Pauses.Until(round.NotBefore ?? window.Start), due => due.At < window.End
                ? now.Periods.Payment(window, round with { At = due.At })
                : Plan.Return<Outcome>(new Outcome.Unpaid(round.Because ?? Missed(window), null)))
            .Enter(journal, new Over(now, window, round, place));

    private Plan<Outcome> Payment(Window window, Round round) => payment(window, round);

    private static Position End(Now now, Window window, Round round, int place, JournalReader journal, Outcome outcome)
    {
        if (Later(window, round, outcome) is { } next && journal.Cancelled is null)
        {
            journal.Fold(place, AttemptLine, next);
            return Attempt(now, window, next, place, journal);
        }
        var isOver = outcome is not Outcome.Unpaid { Reason.Code: Reason.Codes.Cancelled };
        var passed = isOver ? now.Periods.Passed(now.Passed, outcome) : now.Passed;
        journal.Fold(now.Place, now.Periods._line, passed);
        return Begin(now with { Passed = passed }, journal);
    }

    private WindowsPassed Passed(WindowsPassed before, Outcome outcome) => new(
        before.Totals.With(outcome, before.Totals.Count + 1), _recurrence.ServerStartAfter(before.ServerStart));

    /// <summary>The next attempt; null where there is none: paid, uncertain, for good, too often, or too late.</summary>
    private static Round? Later(Window window, Round round, Outcome outcome)
    {
        if (outcome is not Outcome.Unpaid { At: { } at } unpaid || round.Number >= MostAttempts) return null;
        var then = at + RetryPolicy.BetweenAttempts(window, round.Number);
        return then < window.End ? new Round(round.Number + 1, Because: unpaid.Reason, NotBefore: then) : null;
    }

    private static Reason Missed(Window window) => new(Reason.Codes.WindowMissed, Pausing.StepName,
        $"The time for this payment, {window.Words}, passed before it could be begun.",
        "Nothing was paid for it. Pay it separately, if it is still owed.", Fault.Network);

    private sealed record Now(Periods Periods, WindowsPassed Passed, int Place, Continuation<Totals> Then);

    private sealed class Over(Now now, Window window, Round round, int place) : Continuation<Outcome>
    {
        public override Position Known(JournalReader journal, Outcome value) => End(now, window, round, place, journal, value);

        public override Position Interrupted(JournalReader journal, Interruption why)
        {
            journal.Abandon(why);
            return End(now, window, round, place, journal, why.Outcome());
        }
    }
}

/// <summary>How far the windows of a recurring order have come.</summary>
/// <param name="Totals">What became of the payments of those that are over.</param>
/// <param name="ServerStart">
/// Where the reference server begins the present window: it adds the period to each window's end, so that is not computed from the first
/// again. Null for the first window.
/// </param>
public sealed record WindowsPassed(Totals Totals, DateTimeOffset? ServerStart) : Finding
{
    /// <summary>Before the first window.</summary>
    public static WindowsPassed None { get; } = new(Totals.None, null);
}

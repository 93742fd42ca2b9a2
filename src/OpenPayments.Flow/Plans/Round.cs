namespace OpenPayments.Flow.Plans;

/// <summary>How often a part of a plan was begun, and what is left from the time before.</summary>
/// <param name="Number">1 for the first time.</param>
/// <param name="Kept">What was found out in an earlier round and still holds, such as a consent.</param>
/// <param name="Because">Why it was begun again.</param>
/// <param name="NotBefore">When it begins; null for at once.</param>
/// <param name="At">When it began; null where no time is known.</param>
public sealed record Round(
    int Number, Finding? Kept = null, Reason? Because = null, DateTimeOffset? NotBefore = null, DateTimeOffset? At = null) : Finding
{
    /// <summary>After this many quotes or consents no other is asked for.</summary>
    public const int Most = 3;

    internal override IEnumerable<Authority> Authorities => Kept?.Authorities ?? [];

    internal override Finding Renew(Token old, Token fresh) => this with { Kept = Kept?.Renew(old, fresh) };
}

/// <summary>See <see cref="Plan.Again{T}"/>. The round stands in the journal before what is found out in it.</summary>
internal sealed class Rounds<T>(Func<Round, Plan<T>> block) : Plan<T>
{
    private static readonly EntrySubject Line = new("round", "");

    internal override Position Enter(JournalReader journal, Continuation<T> then)
    {
        var place = journal.Place;
        var round = journal.Take<Round>(Line);
        if (round is null) journal.Write(Line, round = new Round(1));
        return Begin(round, place, journal, then);
    }

    private Position Begin(Round round, int place, JournalReader journal, Continuation<T> then) =>
        block(round).Enter(journal, new Then(this, round, place, then));

    private sealed class Then(Rounds<T> rounds, Round round, int place, Continuation<T> then) : Continuation<T>
    {
        public override Position Known(JournalReader journal, T value) => then.Known(journal, value);

        public override Position Interrupted(JournalReader journal, Interruption why)
        {
            if (why is not Interruption.Expired expired) return then.Interrupted(journal, why);
            if (round.Number >= Round.Most)
            {
                journal.Abandon(why);
                return then.Interrupted(journal, new Interruption.Stopped(expired.Outcome()));
            }
            var next = new Round(round.Number + 1, expired.Kept, expired.Reason);
            journal.Fold(place, Line, next);
            return rounds.Begin(next, place, journal, then);
        }
    }
}

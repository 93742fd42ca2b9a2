namespace OpenPayments.Flow;

/// <summary>How often a part of a plan has been begun, and what is left from the time before.</summary>
/// <param name="Number">1 for the first time.</param>
/// <param name="Held">A consent that was given in an earlier round and still holds.</param>
/// <param name="Because">Why it was begun again.</param>
/// <param name="NotBefore">When it begins; null for at once.</param>
public sealed record Round(int Number, Consent? Held = null, Reason? Because = null, DateTimeOffset? NotBefore = null) : Fact
{
    /// <summary>After this many quotes or consents no other is asked for.</summary>
    public const int Most = 3;

    /// <summary>The last one: a quote that looks expired is tried all the same, for then it is the clocks that disagree.</summary>
    public bool IsLast() => Number >= Most;

    internal override Fact Renew(Token old, Token fresh) => this with { Held = (Consent?)Held?.Renew(old, fresh) };
}

/// <summary>See <see cref="Plan.Again{T}"/>. The round stands in the journal before what is learnt in it.</summary>
internal sealed class Rounds<T>(Func<Round, Plan<T>> block) : Plan<T>
{
    internal override Position<T> Enter(Tape tape)
    {
        var place = tape.Place;
        var round = Begin(tape, place);
        while (true)
        {
            var position = block(round).Enter(tape);
            if (position.Why is not Interruption.Stale stale) return position;
            if (round.IsLast()) return Position<T>.BrokenOff(new Interruption.Stopped(stale.Outcome()));
            round = new Round(round.Number + 1, stale.Held, stale.Reason);
            tape.Fold(place, round);
        }
    }

    private static Round Begin(Tape tape, int place)
    {
        if (tape.Take() is { } fact) return fact as Round ?? throw new PlanMismatchException($"a {fact.GetType().Name} stands in the journal where a round begins");
        var first = new Round(1);
        tape.Fold(place, first);
        return first;
    }
}

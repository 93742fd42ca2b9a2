namespace OpenPayments.Flow.Plans;

/// <summary>What came of a part of a plan: one of the two.</summary>
/// <param name="Known">What it found out.</param>
/// <param name="Otherwise">How it ended, where it found out nothing.</param>
public sealed record Attempted<T>(T? Known, Outcome? Otherwise)
    where T : Finding
{
    /// <summary>Calls the function of the case that this is.</summary>
    public TOut Match<TOut>(Func<T, TOut> known, Func<Outcome, TOut> otherwise)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(otherwise);
        return Known is not null ? known(Known) : otherwise(Otherwise!);
    }
}

/// <summary>
/// See <see cref="Plan.Attempt{T}"/>. While it is under way its round stands in the journal; when it is over, one line replaces all that
/// it wrote.
/// </summary>
internal sealed class Attempt<T>(string about, Plan<T> part) : Plan<Attempted<T>>
    where T : Finding
{
    internal override Position Enter(JournalReader journal, Continuation<Attempted<T>> then)
    {
        var (line, place) = (new EntrySubject("attempt", about), journal.Place);
        switch (journal.Take<Finding>(line))
        {
            case T known: return then.Known(journal, new Attempted<T>(known, null));
            case Outcome otherwise: return then.Known(journal, new Attempted<T>(null, otherwise));
            case null:
                journal.Write(line, new Round(1));
                break;
            case Round: break;
            case { } other: throw new PlanMismatchException($"{line}: {other.GetType().Name}", $"{line}: {typeof(T).Name}");
        }
        return part.Enter(journal, new Then(line, place, then));
    }

    private sealed class Then(EntrySubject line, int place, Continuation<Attempted<T>> then) : Continuation<T>
    {
        public override Position Known(JournalReader journal, T value)
        {
            journal.Fold(place, line, value);
            return then.Known(journal, new Attempted<T>(value, null));
        }

        public override Position Interrupted(JournalReader journal, Interruption why)
        {
            var outcome = why.Outcome();
            journal.Abandon(why);
            journal.Fold(place, line, outcome);
            // where an outcome is what is attempted, that it failed is an outcome like any other
            return then.Known(journal, outcome is T known ? new Attempted<T>(known, null) : new Attempted<T>(null, outcome));
        }
    }
}

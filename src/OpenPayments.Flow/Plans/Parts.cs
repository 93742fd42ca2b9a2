using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>Nothing to do.</summary>
internal sealed class Known<T>(T value) : Plan<T>
{
    internal override Position Enter(JournalReader journal, Continuation<T> then) => then.Known(journal, value);
}

/// <summary>Over as soon as it is reached.</summary>
internal sealed class Stopping<T>(Interruption why) : Plan<T>
{
    internal override Position Enter(JournalReader journal, Continuation<T> then) => then.Interrupted(journal, why);
}

/// <summary>See <see cref="Plan.Named"/>.</summary>
internal sealed class NamedPlan<T>(string name, Plan<T> plan) : Plan<T>
{
    internal override string Name => name;

    internal override Position Enter(JournalReader journal, Continuation<T> then) => plan.Enter(journal, then);
}

/// <summary>One step: its finding is in the journal, or it begins at its first stage.</summary>
internal sealed class StepPlan<T>(Stage first) : Plan<T>
    where T : Finding
{
    internal override Position Enter(JournalReader journal, Continuation<T> then)
    {
        if (!journal.IsAtEnd) return then.Known(journal, journal.Take<T>(first.Subject)!);
        // after a cancellation, only what follows an earlier payment to its end is begun
        if (journal.Cancelled is { } cancelled && first.Unwind() is null && first.Subject != journal.UnderWay)
            return then.Interrupted(journal, Interruption.Unpaid(Ending.Why(cancelled, first.Step)));
        return new Position.At(first, new Over(then));
    }

    private sealed class Over(Continuation<T> then) : Resumption
    {
        public override Position Known(JournalReader journal, EntrySubject subject, Finding finding)
        {
            journal.Write(subject, finding);
            return then.Known(journal, (T)finding);
        }

        public override Position Interrupted(JournalReader journal, Interruption why) => then.Interrupted(journal, why);
    }
}

/// <summary>One after the other.</summary>
internal sealed class Bound<T, TNext>(Plan<T> first, Func<T, Plan<TNext>> next) : Plan<TNext>
{
    internal override Position Enter(JournalReader journal, Continuation<TNext> then) => first.Enter(journal, new Then(next, then));

    private sealed class Then(Func<T, Plan<TNext>> next, Continuation<TNext> then) : Continuation<T>
    {
        public override Position Known(JournalReader journal, T value) => next(value).Enter(journal, then);

        public override Position Interrupted(JournalReader journal, Interruption why) => then.Interrupted(journal, why);
    }
}

/// <summary>One after the other, and both made into something else: a query's <c>from</c>.</summary>
internal sealed class Joined<T, TNext, TResult>(Plan<T> first, Func<T, Plan<TNext>> next, Func<T, TNext, TResult> combine) : Plan<TResult>
{
    internal override Position Enter(JournalReader journal, Continuation<TResult> then) => first.Enter(journal, new Then(next, combine, then));

    private sealed class Then(Func<T, Plan<TNext>> next, Func<T, TNext, TResult> combine, Continuation<TResult> then) : Continuation<T>
    {
        public override Position Known(JournalReader journal, T value) => next(value).Enter(journal, new Both(value, combine, then));

        public override Position Interrupted(JournalReader journal, Interruption why) => then.Interrupted(journal, why);
    }

    private sealed class Both(T value, Func<T, TNext, TResult> combine, Continuation<TResult> then) : Continuation<TNext>
    {
        public override Position Known(JournalReader journal, TNext following) => then.Known(journal, combine(value, following));

        public override Position Interrupted(JournalReader journal, Interruption why) => then.Interrupted(journal, why);
    }
}

/// <summary>Made into something else.</summary>
internal sealed class Mapped<T, TNext>(Plan<T> plan, Func<T, TNext> selector) : Plan<TNext>
{
    internal override Position Enter(JournalReader journal, Continuation<TNext> then) => plan.Enter(journal, new Then(selector, then));

    private sealed class Then(Func<T, TNext> selector, Continuation<TNext> then) : Continuation<T>
    {
        public override Position Known(JournalReader journal, T value) => then.Known(journal, selector(value));

        public override Position Interrupted(JournalReader journal, Interruption why) => then.Interrupted(journal, why);
    }
}

/// <summary>The same for each of several.</summary>
internal sealed class OneByOne<TItem, T>(ValueList<TItem> items, Func<TItem, Plan<T>> plan) : Plan<ValueList<T>>
{
    internal override Position Enter(JournalReader journal, Continuation<ValueList<T>> then) => From([], journal, then);

    private Position From(ValueList<T> known, JournalReader journal, Continuation<ValueList<T>> then) =>
        known.Count == items.Count ? then.Known(journal, known) : plan(items[known.Count]).Enter(journal, new Then(this, known, then));

    private sealed class Then(OneByOne<TItem, T> all, ValueList<T> known, Continuation<ValueList<T>> then) : Continuation<T>
    {
        public override Position Known(JournalReader journal, T value) => new Position.ReadOn(() => all.From(known.Plus(value), journal, then));

        public override Position Interrupted(JournalReader journal, Interruption why) => then.Interrupted(journal, why);
    }
}

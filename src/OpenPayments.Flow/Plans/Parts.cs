namespace OpenPayments.Flow;

/// <summary>Nothing to do.</summary>
internal sealed class Known<T>(T value) : Plan<T>
{
    internal override Position<T> Enter(Tape tape) => Position<T>.Through(value);
}

/// <summary>A plan that is made when its journal is read, and not for each question.</summary>
internal sealed class Deferred<T>(Func<Plan<T>> plan) : Plan<T>
{
    internal override Position<T> Enter(Tape tape) => plan().Enter(tape);
}

/// <summary>Over as soon as it is reached.</summary>
internal sealed class Broken<T>(Interruption why) : Plan<T>
{
    internal override Position<T> Enter(Tape tape) => Position<T>.BrokenOff(why);
}

/// <summary>One piece: its fact is in the journal, or it is to begin at its first stage.</summary>
internal sealed class Piece<T>(Stage first) : Plan<T>
    where T : Fact
{
    internal override Position<T> Enter(Tape tape) => tape.Take() switch
    {
        T fact => Position<T>.Through(fact),
        null => tape.TakeInterruption() is { } why ? Position<T>.BrokenOff(why) : Position<T>.At(first),
        var other => throw new PlanMismatchException($"a {other.GetType().Name} stands in the journal where the plan learns a {typeof(T).Name}"),
    };
}

/// <summary>Known without a question, and put into the journal: a token in it is renewed there.</summary>
internal sealed class Given<T>(T fact) : Plan<T>
    where T : Fact
{
    internal override Position<T> Enter(Tape tape)
    {
        var place = tape.Place;
        switch (tape.Take())
        {
            case T known: return Position<T>.Through(known);
            case null: tape.Fold(place, fact); return Position<T>.Through(fact);
            case var other: throw new PlanMismatchException($"a {other.GetType().Name} stands in the journal where the plan is given a {typeof(T).Name}");
        }
    }
}

/// <summary>One after the other.</summary>
internal sealed class Bound<T, TNext>(Plan<T> first, Func<T, Plan<TNext>> next) : Plan<TNext>
{
    internal override Position<TNext> Enter(Tape tape)
    {
        var position = first.Enter(tape);
        return position.IsThrough(out var known) ? next(known).Enter(tape) : position.Of<TNext>();
    }
}

/// <summary>The one after the other, and both made into something else: a query's <c>from</c>, of which a plan has many, read anew at each step.</summary>
internal sealed class Joined<T, TNext, TResult>(Plan<T> first, Func<T, Plan<TNext>> next, Func<T, TNext, TResult> select) : Plan<TResult>
{
    internal override Position<TResult> Enter(Tape tape)
    {
        var position = first.Enter(tape);
        if (!position.IsThrough(out var known)) return position.Of<TResult>();
        var later = next(known).Enter(tape);
        return later.IsThrough(out var following) ? Position<TResult>.Through(select(known, following)) : later.Of<TResult>();
    }
}

/// <summary>Made into something else.</summary>
internal sealed class Mapped<T, TNext>(Plan<T> plan, Func<T, TNext> selector) : Plan<TNext>
{
    internal override Position<TNext> Enter(Tape tape)
    {
        var position = plan.Enter(tape);
        return position.IsThrough(out var known) ? Position<TNext>.Through(selector(known)) : position.Of<TNext>();
    }
}

/// <summary>The same for each of several, with what is known from those before it.</summary>
internal sealed class OneByOne<TItem, T>(IEnumerable<TItem> items, Func<IReadOnlyList<T>, TItem, Plan<T>> plan) : Plan<IReadOnlyList<T>>
{
    internal override Position<IReadOnlyList<T>> Enter(Tape tape)
    {
        var known = new List<T>();
        foreach (var item in items)
        {
            var position = plan(known, item).Enter(tape);
            if (!position.IsThrough(out var one)) return position.Of<IReadOnlyList<T>>();
            known.Add(one);
        }
        return Position<IReadOnlyList<T>>.Through(known);
    }
}

/// <summary>A stored progress that is none of this plan: another version wrote it, or it belongs to another order.</summary>
public sealed class PlanMismatchException(string what) : InvalidOperationException($"This progress is none of this plan: {what}.");

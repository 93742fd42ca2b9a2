namespace OpenPayments.Flow;

/// <summary>
/// What is to be done, piece after piece, until a <typeparamref name="T"/> is known. It is written as a query, top to bottom:
/// <c>from wallet in Wallets.Read(…) from grant in Grants.ForQuote(wallet) …</c>, or with F#'s <c>plan { let! … }</c>. A plan holds no
/// state and runs nothing: where it stands is a <see cref="Progress"/>, and the same plan and the same progress always ask the same
/// question.
/// </summary>
/// <typeparam name="T">What is known when it is through.</typeparam>
public abstract class Plan<T>
{
    private protected Plan() { }

    /// <summary>A plan whose result is made into something else.</summary>
    public Plan<TNext> Select<TNext>(Func<T, TNext> selector) => new Mapped<T, TNext>(this, selector);

    /// <summary>What follows depends on what was found out: one <c>from</c> after another.</summary>
    public Plan<TResult> SelectMany<TNext, TResult>(Func<T, Plan<TNext>> next, Func<T, TNext, TResult> combine) =>
        new Joined<T, TNext, TResult>(this, next, combine);

    /// <summary>Takes up the journal at this plan's place: what is known, the stage that stands next, or what broke it off.</summary>
    internal abstract Position<T> Enter(Tape tape);
}

/// <summary>Makes plans; the pieces, which ask questions, make the others.</summary>
public static class Plan
{
    /// <summary>Nothing to do: <paramref name="value"/> is known.</summary>
    public static Plan<T> Return<T>(T value) => new Known<T>(value);

    /// <summary>Ends here, with nothing paid, for a reason that asking again would not change.</summary>
    public static Plan<T> Stop<T>(Reason reason) => new Broken<T>(new Interruption.Stopped(new Outcome.Unpaid(reason, null)));

    /// <summary><paramref name="next"/> after <paramref name="plan"/>: what a query's <c>from</c> and F#'s <c>let!</c> come to.</summary>
    public static Plan<TNext> Then<T, TNext>(Plan<T> plan, Func<T, Plan<TNext>> next) => new Bound<T, TNext>(plan, next);

    /// <summary>One after the other: all that is known when the last is through. The items may be without end, if the plans are not.</summary>
    public static Plan<IReadOnlyList<T>> Each<TItem, T>(IEnumerable<TItem> items, Func<TItem, Plan<T>> plan) => new OneByOne<TItem, T>(items, (_, item) => plan(item));

    /// <summary>One after the other, each with what is known from those before it: where they share a limit.</summary>
    public static Plan<IReadOnlyList<T>> EachAfter<TItem, T>(IEnumerable<TItem> items, Func<IReadOnlyList<T>, TItem, Plan<T>> plan) => new OneByOne<TItem, T>(items, plan);

    /// <summary>
    /// From the beginning of <paramref name="block"/> once more when what it rests on ran out, as a quote that expired or a consent whose
    /// token is gone: with what is still good, as the <see cref="Round"/> says. At most <see cref="Round.Most"/> times.
    /// </summary>
    public static Plan<T> Again<T>(Func<Round, Plan<T>> block) => new Rounds<T>(block);

    /// <summary>
    /// Ends here, with nothing paid, unless <paramref name="holds"/>: for what can be told from what is known already.
    /// </summary>
    public static Plan<bool> Require(bool holds, Reason otherwise) => holds ? Return(true) : Stop<bool>(otherwise);

    /// <summary>A part that may fail without ending what comes after it: what it found out, or how it ended.</summary>
    public static Plan<Attempted<T>> Attempt<T>(Plan<T> part)
        where T : Fact => new Attempts<T>(null, (_, _) => part).Select(fact => fact is T known ? new Attempted<T>(known, null) : new Attempted<T>(null, (Outcome)fact));

    /// <summary>
    /// A payment that belongs into a window: not before its start, tried again with growing pauses while it failed with nothing paid and
    /// the window is open, and reported when that is over. What is uncertain is not tried again.
    /// </summary>
    /// <param name="window">When.</param>
    /// <param name="payment">The payment, from which round it is and the time at which the round begins.</param>
    public static Plan<Outcome> Within(Window window, Func<Round, DateTimeOffset, Plan<Outcome>> payment) => new Attempts<Outcome>(window, payment).Select(fact => (Outcome)fact);
}

/// <summary>What came of a part of a plan: one of the two.</summary>
/// <param name="Known">What it found out.</param>
/// <param name="Otherwise">How it ended, where it found out nothing.</param>
public sealed record Attempted<T>(T? Known, Outcome? Otherwise)
    where T : Fact
{
    /// <summary>Whichever it is.</summary>
    public TOut Match<TOut>(Func<T, TOut> known, Func<Outcome, TOut> otherwise)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(otherwise);
        return Known is not null ? known(Known) : otherwise(Otherwise!);
    }
}

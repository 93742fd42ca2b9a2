using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// What is to be done, step after step, until a <typeparamref name="T"/> is known. It is written as a query, top to bottom:
/// <c>from wallet in Wallets.ReadSender(…) from grant in Grants.ForQuotes(wallet) …</c>, or with F#'s <c>plan { let! … }</c>. A plan
/// holds no state and runs nothing: where it stands is a <see cref="Progress"/>, and the same plan and the same progress always ask the
/// same question.
/// </summary>
/// <typeparam name="T">What is known when it is over.</typeparam>
public abstract class Plan<T>
{
    private protected Plan() { }

    /// <summary>The name that stored states carry: see <see cref="Plan.Named"/>.</summary>
    internal virtual string Name => "";

    /// <summary>A plan whose result is made into something else.</summary>
    public Plan<TNext> Select<TNext>(Func<T, TNext> selector) => new Mapped<T, TNext>(this, selector);

    /// <summary>What follows depends on what was found out: one <c>from</c> after another.</summary>
    public Plan<TResult> SelectMany<TNext, TResult>(Func<T, Plan<TNext>> next, Func<T, TNext, TResult> combine) =>
        new Joined<T, TNext, TResult>(this, next, combine);

    /// <summary>Reads the journal from this plan's place on, and goes on with <paramref name="then"/> when all of this plan is known.</summary>
    internal abstract Position Enter(JournalReader journal, Continuation<T> then);
}

/// <summary>Makes plans; the steps, which ask questions, make the others.</summary>
public static class Plan
{
    /// <summary>Nothing to do: <paramref name="value"/> is known.</summary>
    public static Plan<T> Return<T>(T value) => new Known<T>(value);

    /// <summary>Ends here, with nothing paid, for a reason that asking again would not change.</summary>
    public static Plan<T> Stop<T>(Reason reason) => new Stopping<T>(Interruption.Unpaid(reason));

    /// <summary><paramref name="next"/> after <paramref name="plan"/>: what a query's <c>from</c> and F#'s <c>let!</c> stand for.</summary>
    public static Plan<TNext> Then<T, TNext>(Plan<T> plan, Func<T, Plan<TNext>> next) => new Bound<T, TNext>(plan, next);

    /// <summary>
    /// Gives a plan of your own a name. Its stored states carry it, and a state that another plan wrote is refused with both names.
    /// </summary>
    /// <param name="name">Such as <c>rent</c>. Give a plan that stored states do not fit any more a new one, such as <c>rent-2</c>.</param>
    /// <param name="plan">The plan.</param>
    public static Plan<T> Named<T>(string name, Plan<T> plan) => new NamedPlan<T>(name, plan);

    /// <summary>Goes on only if <paramref name="holds"/>; otherwise ends here, with nothing paid.</summary>
    public static Plan<bool> Require(bool holds, Reason otherwise) => holds ? Return(true) : Stop<bool>(otherwise);

    /// <summary>One after the other: all that is known when the last is over.</summary>
    public static Plan<ValueList<T>> Each<TItem, T>(IEnumerable<TItem> items, Func<TItem, Plan<T>> plan) =>
        new OneByOne<TItem, T>(new ValueList<TItem>(items), plan);

    /// <summary>
    /// From the beginning of <paramref name="block"/> once more when what it rests on expired, such as a quote, or a consent whose token
    /// is gone: with what still holds, as the <see cref="Round"/> says. At most <see cref="Round.Most"/> times.
    /// </summary>
    public static Plan<T> Again<T>(Func<Round, Plan<T>> block) => new Rounds<T>(block);

    /// <summary>A part that may fail without ending what comes after it: what it found out, or how it ended.</summary>
    /// <param name="about">What is attempted, such as the payee's address: the stored line of the part carries it.</param>
    /// <param name="part">The part.</param>
    public static Plan<Attempted<T>> Attempt<T>(string about, Plan<T> part)
        where T : Finding => new Attempt<T>(about, part);

    /// <summary>
    /// A payment in each window of a recurring interval: not before its start, tried again with growing pauses while nothing was paid and
    /// the window is open, and counted when that is over. What is uncertain is not tried again.
    /// </summary>
    /// <param name="interval">ISO 8601 repeating interval, such as <c>R12/2026-12-01T00:00:00Z/P1M</c>.</param>
    /// <param name="payment">The payment, from its window and which attempt it is.</param>
    public static Plan<Totals> InEachWindow(string interval, Func<Window, Round, Plan<Outcome>> payment) => new Periods(interval, payment);

    /// <summary>
    /// Payments that are ordered from outside, one after the other (<c>Flows.Order</c>), until no more will be (<c>Flows.Close</c>) or the
    /// time is up.
    /// </summary>
    /// <param name="limit">What they are paid under.</param>
    /// <param name="until">When no more are waited for.</param>
    /// <param name="payment">The payment, from what was ordered and what is already used of the limit.</param>
    public static Plan<Totals> OnOrder(Limit limit, DateTimeOffset until, Func<FuturePayment, Used, Plan<Outcome>> payment) =>
        new OrderedPayments(limit, until, payment);
}

using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// Where a plan stands: a value that holds what has been found out and where the next question comes from; nothing else is needed to
/// go on. It is stored with <see cref="ProgressJson"/> after any step and resumed by another process.
/// </summary>
public abstract record Progress
{
    private Progress() { }

    /// <summary>Calls the function of the case that this is.</summary>
    public TOut Match<TOut>(
        Func<Asking, TOut> asking, Func<Waiting, TOut> waiting, Func<Releasing, TOut> releasing, Func<Completed, TOut> completed,
        Func<Partial, TOut> partial, Func<Failed, TOut> failed, Func<Uncertain, TOut> uncertain, Func<Cancelled, TOut> cancelled)
    {
        ArgumentNullException.ThrowIfNull(asking);
        ArgumentNullException.ThrowIfNull(waiting);
        ArgumentNullException.ThrowIfNull(releasing);
        ArgumentNullException.ThrowIfNull(completed);
        ArgumentNullException.ThrowIfNull(partial);
        ArgumentNullException.ThrowIfNull(failed);
        ArgumentNullException.ThrowIfNull(uncertain);
        ArgumentNullException.ThrowIfNull(cancelled);
        return this switch
        {
            Asking p => asking(p),
            Waiting p => waiting(p),
            Releasing p => releasing(p),
            Completed p => completed(p),
            Partial p => partial(p),
            Failed p => failed(p),
            Uncertain p => uncertain(p),
            Cancelled p => cancelled(p),
        };
    }

    /// <summary>A step asks its question.</summary>
    /// <param name="Journal">What the steps before it found out.</param>
    /// <param name="Stage">Where the step stands.</param>
    public sealed record Asking(Journal Journal, Stage Stage) : Progress
    {
        /// <summary>How the plan goes on, remembered while the process lives. A stored state is read anew by its plan.</summary>
        internal Derived<Resumed> Resumed { get; init; }
    }

    /// <summary>Nothing is to be done until a point in time.</summary>
    public sealed record Waiting(DateTimeOffset Until, Asking Then) : Progress;

    /// <summary>
    /// What is not used any more is given back to the authorization servers, one request at a time. What follows is already decided: an
    /// order whose end is behind this has ended.
    /// </summary>
    /// <param name="Held">What is still to be given back.</param>
    /// <param name="Next">What follows.</param>
    /// <param name="Tries">How often the first of them was tried without an answer.</param>
    public sealed record Releasing(ValueList<Authority> Held, Progress Next, int Tries = 0) : Progress;

    /// <summary>Everything that was ordered is done, and was seen to be: each payment has arrived.</summary>
    public sealed record Completed(Result Result) : Progress;

    /// <summary>Over; some was paid and some was not: <paramref name="Result"/> says which.</summary>
    public sealed record Partial(Reason Reason, Result Result) : Progress;

    /// <summary>Over; nothing was paid.</summary>
    public sealed record Failed(Reason Reason, Result Result) : Progress;

    /// <summary>Over, and not known how: <paramref name="Reason"/> says how a person can find out.</summary>
    public sealed record Uncertain(Reason Reason, Result Result) : Progress;

    /// <summary>Over before its end, on request; <paramref name="Result"/> says what was paid before.</summary>
    public sealed record Cancelled(Reason Reason, Result Result) : Progress;
}

/// <summary>Where a plan goes on, and which plan: it is no use to another.</summary>
internal sealed record Resumed(object Plan, Resumption Then);

namespace OpenPayments.Flow.Plans;

/// <summary>
/// What came back on a request. A server's refusal and silence are answers like any other, so what each leads to stands in the flow
/// and not in its host.
/// </summary>
/// <typeparam name="T">The body of a success.</typeparam>
public abstract record Answer<T>
{
    private Answer(DateTimeOffset at) => At = at;

    /// <summary>When it was received, or given up on. The flow has no clock: this is how it learns the time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Calls the function of the case that this is.</summary>
    public TOut Match<TOut>(Func<Body, TOut> body, Func<Refused, TOut> refused, Func<Lost, TOut> lost)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(lost);
        return this switch
        {
            Body a => body(a),
            Refused a => refused(a),
            Lost a => lost(a),
        };
    }

    /// <summary>What was asked for.</summary>
    public sealed record Body(T Value, DateTimeOffset At) : Answer<T>(At);

    /// <summary>An answer that is not what was asked for, or a request that was not sent.</summary>
    public sealed record Refused(Refusal Refusal, DateTimeOffset At) : Answer<T>(At);

    /// <summary>Sent, and nothing came back: it may or may not have happened.</summary>
    /// <param name="Why">For people: "timed out after 20 s", "connection reset".</param>
    /// <param name="At">When waiting ended.</param>
    public sealed record Lost(string Why, DateTimeOffset At) : Answer<T>(At);
}

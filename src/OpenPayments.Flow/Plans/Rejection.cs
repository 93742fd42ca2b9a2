namespace OpenPayments.Flow;

/// <summary>Why an event from outside was turned away: a payer's return, a cancellation, an ordered payment. The state stands as it stood.</summary>
public abstract record Rejection
{
    private Rejection() { }

    /// <summary>Calls the function of the case that this is.</summary>
    public TOut Match<TOut>(Func<HashMismatch, TOut> hashMismatch, Func<Malformed, TOut> malformed, Func<NotAwaited, TOut> notAwaited)
    {
        ArgumentNullException.ThrowIfNull(hashMismatch);
        ArgumentNullException.ThrowIfNull(malformed);
        ArgumentNullException.ThrowIfNull(notAwaited);
        return this switch
        {
            HashMismatch r => hashMismatch(r),
            Malformed r => malformed(r),
            NotAwaited r => notAwaited(r),
        };
    }

    /// <summary>The interaction hash does not fit (RFC 9635 section 4.2.3): forged, or made for another payment.</summary>
    public sealed record HashMismatch : Rejection;

    /// <summary>The event is not well-formed: <paramref name="What"/> says which part, <paramref name="Why"/> what would be right.</summary>
    public sealed record Malformed(string What, string? Why = null) : Rejection;

    /// <summary>The flow does not wait for this now: it came before, too early, or after the end. <paramref name="Why"/> says which.</summary>
    public sealed record NotAwaited(string Why) : Rejection;
}

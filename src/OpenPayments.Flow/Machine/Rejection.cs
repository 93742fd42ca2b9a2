namespace OpenPayments.Flow;

/// <summary>Why an answer was turned away. The state stands as it stood.</summary>
public abstract record Rejection
{
    private Rejection() { }

    /// <summary>The interaction hash does not fit (RFC 9635 section 4.2.3): forged, or made for another payment.</summary>
    public sealed record HashMismatch : Rejection;

    /// <summary>The interaction result is not well-formed: <paramref name="What"/> says which part.</summary>
    public sealed record Malformed(string What) : Rejection;

    /// <summary>The flow does not wait for this: the answer was given before, or comes after the end.</summary>
    public sealed record NotAwaited : Rejection;
}

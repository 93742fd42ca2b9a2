namespace OpenPayments.Client;

/// <summary>What came of checking a signature.</summary>
public abstract record Verification
{
    private Verification() { }

    /// <summary>The message is as the holder of this key sent it, and recent.</summary>
    /// <param name="KeyId">The <c>keyid</c> that it was signed with.</param>
    public sealed record Valid(string KeyId) : Verification;

    /// <summary>The message proves nothing.</summary>
    /// <param name="Why">One sentence for the sender; it repeats nothing secret.</param>
    public sealed record Invalid(string Why) : Verification;
}

/// <summary>How old a signature may be.</summary>
/// <param name="MaxAge">The longest time since <c>created</c>: within it a captured message could be sent again.</param>
/// <param name="MaxSkew">How far <c>created</c> may lie in the future, for clocks that differ.</param>
public sealed record VerificationPolicy(TimeSpan MaxAge, TimeSpan MaxSkew)
{
    /// <summary>Five minutes old, one minute ahead.</summary>
    public static VerificationPolicy Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
}

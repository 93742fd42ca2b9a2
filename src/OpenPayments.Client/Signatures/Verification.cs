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

namespace OpenPayments.Client;

/// <summary>How old a signature may be.</summary>
/// <param name="MaxAge">The longest time since <c>created</c>: within it a captured message could be sent again.</param>
/// <param name="MaxSkew">How far <c>created</c> may lie in the future, for clocks that differ.</param>
public sealed record VerificationPolicy(TimeSpan MaxAge, TimeSpan MaxSkew)
{
    /// <summary>Five minutes old, one minute ahead.</summary>
    public static VerificationPolicy Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
}

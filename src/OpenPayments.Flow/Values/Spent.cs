using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What has been paid under a grant.</summary>
/// <param name="Debit">In the sender's asset; null where that is not known.</param>
/// <param name="Receive">In the receiver's asset; null where that is not known.</param>
public sealed record Spent(Amount? Debit, Amount? Receive)
{
    /// <summary>Nothing is known to be spent.</summary>
    public static Spent Nothing { get; } = new(null, null);

    /// <summary>Both together. What is in another asset adds nothing; more than the largest amount is the largest amount.</summary>
    public Spent Plus(Amount? debit, Amount? receive) => new(Sum(Debit, debit), Sum(Receive, receive));

    internal static Amount? Sum(Amount? one, Amount? more) => one is null ? more
        : more is null || more with { Value = one.Value } != one ? one
        : one with { Value = more.Value <= ulong.MaxValue - one.Value ? one.Value + more.Value : ulong.MaxValue };
}

using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What the payer's browser brought back from the consent page (RFC 9635 section 4.2).</summary>
public abstract record InteractionResult
{
    private InteractionResult() { }

    /// <summary>Calls the function of the case that this is.</summary>
    public TOut Match<TOut>(Func<Approved, TOut> approved, Func<Declined, TOut> declined)
    {
        ArgumentNullException.ThrowIfNull(approved);
        ArgumentNullException.ThrowIfNull(declined);
        return this switch
        {
            Approved r => approved(r),
            Declined r => declined(r),
        };
    }

    /// <summary><c>?hash=…&amp;interact_ref=…</c>: the payer agreed, if the hash fits. Both as decoded from the query.</summary>
    public sealed record Approved(string Hash, Secret InteractRef) : InteractionResult;

    /// <summary><c>?result=…</c>: a refusal. Anyone can send it, so it proves nothing.</summary>
    /// <param name="Result">As sent: <c>grant_rejected</c>, <c>grant_invalid</c>, <c>invalid_interaction</c>, <c>request_denied</c>.</param>
    public sealed record Declined(string Result) : InteractionResult;
}

namespace OpenPayments.Sandbox.Money;

/// <summary>What adding up the whole journal says.</summary>
/// <param name="Postings">How many postings were added up.</param>
/// <param name="Faults">A sentence for each thing that is wrong; empty when the books are in order.</param>
public sealed record LedgerAudit(int Postings, IReadOnlyList<string> Faults)
{
    /// <summary>True when every asset sums to zero over all accounts and no account is overdrawn that must not be.</summary>
    public bool InOrder => Faults.Count == 0;

    /// <inheritdoc />
    public override string ToString() => InOrder ? $"{Postings} postings, every asset sums to zero" : string.Join("; ", Faults);
}

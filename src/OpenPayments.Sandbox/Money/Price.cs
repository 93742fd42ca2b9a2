namespace OpenPayments.Sandbox.Money;

/// <summary>What a payment costs and brings: the payer's debit with the fee inside it, and what the payee receives.</summary>
/// <param name="Debit">Leaves the payer's account; in units of the payer's asset.</param>
/// <param name="Fee">The part of the debit that the provider keeps; in units of the payer's asset.</param>
/// <param name="Receive">Arrives; in units of the payee's asset.</param>
internal sealed record Price(ulong Debit, ulong Fee, ulong Receive)
{
    /// <summary>What is sent after the fee: the most that the protocol's <c>sentAmount</c> can reach.</summary>
    public ulong Net => Debit - Fee;
}

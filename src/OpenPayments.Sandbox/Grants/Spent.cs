using System.Numerics;

namespace OpenPayments.Sandbox.Grants;

/// <summary>What was paid under a grant: in the window that is now when it has windows, else since the beginning.</summary>
/// <param name="Debit">What left the account, fees included; in units of the payer's asset.</param>
/// <param name="Receive">What arrived; in units of the payees' asset, and meaningless when they differ.</param>
internal sealed record Spent(BigInteger Debit, BigInteger Receive);

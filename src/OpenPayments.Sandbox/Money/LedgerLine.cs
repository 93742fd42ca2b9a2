using System.Numerics;

namespace OpenPayments.Sandbox.Money;

/// <summary>One side of a posting: what an account gains, or loses when negative.</summary>
internal sealed record LedgerLine(LedgerAccount Account, BigInteger Change);

using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>A payment that is ordered under a grant: see <see cref="Plans.Plan.OnOrder"/>.</summary>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="IncomingAmount">What is to arrive, in the smallest unit of the receiver's asset.</param>
/// <param name="Metadata">A JSON object as text, put on the incoming and on the outgoing payment; null for none.</param>
public sealed record FuturePayment(Uri Receiver, Amount IncomingAmount, string? Metadata = null);

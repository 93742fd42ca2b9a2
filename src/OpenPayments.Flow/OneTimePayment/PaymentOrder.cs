using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What is to be paid: everything that the flow is given before its first question.</summary>
/// <param name="Sender">The payer's wallet address, absolute.</param>
/// <param name="Receiver">The payee's wallet address, absolute.</param>
/// <param name="IncomingAmount">What is to arrive, in the smallest unit of the receiver's asset.</param>
/// <param name="FinishUri">
/// Where the sender's wallet returns the payer's browser: unique to this payment. Its own query is kept; <c>hash</c> and
/// <c>interact_ref</c>, or <c>result</c>, are added.
/// </param>
/// <param name="Metadata">A JSON object as text, put on the incoming and on the outgoing payment; null for none.</param>
public sealed record PaymentOrder(Uri Sender, Uri Receiver, Amount IncomingAmount, Uri FinishUri, string? Metadata = null);

/// <summary>Why an order cannot be a payment: found without asking anyone.</summary>
/// <param name="Field">The member of <see cref="PaymentOrder"/>, such as <c>IncomingAmount.Value</c>.</param>
/// <param name="Why">A sentence that says what is wrong and what would be right.</param>
public sealed record OrderError(string Field, string Why);

using OpenPayments.Flow.Plans;

namespace OpenPayments.Flow;

/// <summary>An order, and how far it has come: the state of every flow. It is stored with <see cref="FlowJson"/>.</summary>
/// <param name="Order">What is to be done.</param>
/// <param name="Progress">Where it stands.</param>
public sealed record FlowState(Order Order, Progress Progress);

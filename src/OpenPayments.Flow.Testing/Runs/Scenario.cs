using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>What happens to one flow: which servers it meets, and which faults, question by question. Then everything goes well.</summary>
/// <param name="Flow">What is tested.</param>
/// <param name="Settings">What the servers are like.</param>
/// <param name="Faults">What happens, from the first question on.</param>
/// <param name="PaymentFaults">What happens instead while a payment is created or searched for: where faults cost money.</param>
/// <param name="CancelAt">Before which question the order is cancelled, from 0; null: it is not.</param>
public sealed record Scenario(
    TestedFlow Flow, ModelSettings Settings, IReadOnlyList<PlannedFault> Faults, IReadOnlyList<PlannedFault> PaymentFaults,
        int? CancelAt = null)
{
    /// <summary>Nothing goes wrong.</summary>
    public static Scenario Calm(TestedFlow flow) => new(flow, new ModelSettings(), [], []);

    /// <summary>The run of it, step by step.</summary>
    public override string ToString() => Runner.Run(this, Laws.All).ToString();
}

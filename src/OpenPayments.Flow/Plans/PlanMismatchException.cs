namespace OpenPayments.Flow.Plans;

/// <summary>
/// A stored journal that does not match its plan is refused: nothing is asked. Another version of the plan wrote it, or it belongs to
/// another order.
/// </summary>
/// <param name="found">What stands in the journal.</param>
/// <param name="expected">What the plan expects at that place.</param>
public sealed class PlanMismatchException(string found, string expected)
    : InvalidOperationException($"The stored journal does not match its plan: it holds \"{found}\" where the plan expects \"{expected}\". "
        + "Carry this state on with the plan that wrote it; a changed plan must keep the steps that stored states have passed.")
{
    /// <summary>What stands in the journal.</summary>
    public string Found { get; } = found;

    /// <summary>What the plan expects at that place.</summary>
    public string Expected { get; } = expected;
}

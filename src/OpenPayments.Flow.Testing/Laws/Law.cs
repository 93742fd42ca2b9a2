namespace OpenPayments.Flow.Testing;

/// <summary>A sentence that holds at every moment of every run.</summary>
/// <param name="Name">The sentence.</param>
/// <param name="Check">What broke it at this moment, as a sentence; null where it holds.</param>
/// <param name="IsOfStateAlone">It looks at the state and at nothing else: a search looks at each state once.</param>
public sealed record Law(string Name, Func<Observation, string?> Check, bool IsOfStateAlone = false);

namespace OpenPayments.Flow.Testing;

/// <summary>Whether a stored state goes on as it did.</summary>
/// <param name="Name">Of the recorded state.</param>
/// <param name="Difference">A sentence for what is different; null where nothing is.</param>
public sealed record ReplayVerdict(string Name, string? Difference)
{
    /// <summary>It asks what it asked.</summary>
    public bool GoesOn => Difference is null;

    /// <summary>The name and the sentence.</summary>
    public override string ToString() => $"{Name}: {Difference ?? "goes on as it did"}";
}

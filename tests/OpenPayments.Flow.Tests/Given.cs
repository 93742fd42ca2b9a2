namespace OpenPayments.Flow.Tests;

/// <summary>The states to begin an example from.</summary>
public static class Given
{
    /// <summary>Every case of <see cref="Payment"/>.</summary>
    public static IReadOnlyList<Type> Cases { get; } = [.. typeof(Payment).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Payment)))];
}

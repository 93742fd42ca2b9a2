namespace OpenPayments.Flow.Testing;

/// <summary>What holds of the money, at any time.</summary>
internal static class LedgerLaws
{
    public static string? Stray(Observation at)
    {
        if (at.Servers.Payments.Count == 0) return null;
        var intended = at.Intended;
        return at.Servers.Payments.FirstOrDefault(payment => intended.Count(one => one.Is(payment)) != 1) is { } stray
            ? $"this was not: {stray}" : null;
    }

    public static string? Twice(Observation at) => at.Servers.Payments.Count < 2 ? null
        : at.Intended.FirstOrDefault(one => at.Servers.Payments.Count(payment => payment.Counts && one.Is(payment)) > 1) is { } twice
            ? $"this was paid twice: {twice}"
            : null;

    public static string? Dear(Observation at) =>
        at.Servers.Payments.FirstOrDefault(payment => payment.Counts && at.Servers.Ledger.Exceeds(payment)) is { } dear
            ? $"this is above {dear.Permit.Limit}: {dear}"
            : null;
}

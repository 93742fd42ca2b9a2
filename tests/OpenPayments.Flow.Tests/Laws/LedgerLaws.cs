using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of the money, at any time.</summary>
public static class LedgerLaws
{
    public static string? Broken(Ledger ledger) =>
        ledger.Outgoing.Count > 1 ? $"an order makes at most one outgoing payment, but there are {ledger.Outgoing.Count}"
        : ledger.Outgoing.Values.FirstOrDefault(p => p.Limit is null || p.DebitAmount.Value > p.Limit.Value) is { } dear ? $"no more is debited than was agreed to, but {dear.DebitAmount.Value} of {dear.Limit?.Value}"
        : null;
}

using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of the money, at any time.</summary>
public static class LedgerLaws
{
    public static string? Broken(IReadOnlyList<Due> dues, Ledger ledger) =>
        ledger.Outgoing.FirstOrDefault(p => dues.Count(due => due.Is(p)) != 1) is { } stray ? $"an outgoing payment is one that was intended, but this is not: {stray}"
        : dues.FirstOrDefault(due => ledger.Outgoing.Count(p => p.Counts && due.Is(p)) > 1) is { } twice ? $"what is intended is paid at most once, but this is paid twice: {twice}"
        : ledger.Outgoing.FirstOrDefault(p => p.Counts && ledger.Exceeds(p)) is { } dear ? $"no more is paid than was agreed to, but this is above {dear.Permit.Limit}: {dear}"
        : null;
}

using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of every end: it says what is true, and goes on being true when all that was under way has arrived.</summary>
public static class EndLaws
{
    public static string? Broken(FlowState end, Universe all)
    {
        var dues = Due.Of(end.Order);
        var atOnce = all.Ledger.Outgoing.Any(p => p.To.Received > 0);
        all.Settle();
        var paid = all.Ledger.Outgoing.Any(p => p.Counts);
        return LedgerLaws.Broken(dues, all.Ledger) ?? end.Progress switch
        {
            Progress.Completed { Result: var r } when r.Payments.Count != dues.Count || r.Payments.Any(p => p is not Outcome.Paid) => $"what is completed has made each payment, but it has made {r.Payments}",
            Progress.Completed { Result: var r } => Identity(end.Order, r, all) ?? Held(end.Order, r, all) ?? Payments(dues, r, all.Ledger),
            Progress.Failed when paid => "what failed has paid nothing, but it has",
            Progress.Failed { Result.Payments: var p } when p.Any(o => o is not Outcome.Unpaid) => $"what failed has paid nothing, but it says {p}",
            Progress.Partial when !atOnce => "what is done in part has paid something, but it has not",
            Progress.Uncertain { Result.Payments: var p } when !p.Any(o => o is Outcome.Unknown) => $"what is uncertain says of which payment, but it says {p}",
            _ => Payments(dues, ResultOf(end), all.Ledger),
        };
    }

    /// <summary>What a flow that is over came to.</summary>
    public static Result ResultOf(FlowState end) => end.Progress switch
    {
        Progress.Completed p => p.Result,
        Progress.Partial p => p.Result,
        Progress.Failed p => p.Result,
        Progress.Uncertain p => p.Result,
        _ => throw new InvalidOperationException($"{Names.Of(end)} is no end"),
    };

    /// <summary>Each payment by itself; or one word for all, where the flow ended before the first.</summary>
    private static string? Payments(IReadOnlyList<Due> dues, Result result, Ledger ledger) =>
        result.Payments.Count == dues.Count ? dues.Zip(result.Payments, (due, outcome) => OutcomeLaws.Broken(due, outcome, ledger)).FirstOrDefault(broken => broken is not null)
        : result.Payments is [Outcome.Unpaid] ? (ledger.Outgoing.Any(p => p.Counts) ? "nothing was paid when a flow ended before its payments, but it was" : null)
        : $"a result speaks of each payment, {dues.Count} of them, but it says {result.Payments}";

    private static string? Identity(Order order, Result result, Universe all) =>
        order is WalletOwnership o && (result.Identity != o.WalletAddress || !all.Auth.Interactions.Any(i => i is { Continued: true, Shown: { } shown } && shown.SubIds.Any(id => id.Id == o.WalletAddress.OriginalString))) ? "a wallet address is theirs who showed it, but nobody did" : null;

    private static string? Held(Order order, Result result, Universe all) =>
        order is FuturePayments { Limit: var limit } && (result.Grant?.Limit != limit || all.Auth.Interactions.Any(i => i.Continued) == (order is FuturePayments { Held: not null })) && !all.Setting.GrantsAtOnce
            ? "a consent for payments to come was given once, and is kept, but it is not" : null;
}

using OpenPayments.Flow.Testing.Model;

namespace OpenPayments.Flow.Testing;

/// <summary>What holds of what is told of each payment, when nothing moves any more.</summary>
internal static class OutcomeLaws
{
    public static string? Untrue(Observation at, Result result, ModelServers servers)
    {
        IReadOnlyList<Outcome> told = [.. at.Told.Select(one => one.Outcome), .. result.Payments];
        return servers.Payments.FirstOrDefault(payment => payment.Counts && !told.Any(outcome => IsOf(outcome, payment))) is { } untold
            ? $"nothing is said of {untold}"
            : told.Select(outcome => Untrue(outcome, servers)).FirstOrDefault(untrue => untrue is not null)
                ?? Misplaced(at, result, servers);
    }

    private static string? Untrue(Outcome outcome, ModelServers servers) => outcome switch
    {
        Outcome.Paid { Receipt: var r } =>
            Made(r, servers) is [var p] && Fits(r, p) && p.Delivered >= p.ReceiveAmount.Value && r.Received?.Value >= p.ReceiveAmount.Value
            ? null
            : $"it says that this was paid, but it was not: {r}",
        Outcome.PaidInPart { Receipt: var r } => Made(r, servers) is [var p] && Fits(r, p) && p.Delivered < p.ReceiveAmount.Value
            && (r.Received is null || r.Received.Value == p.Delivered)
            ? null
            : $"it says that this was paid in part, but it was not: {r}",
        Outcome.Unknown { Receipt: var r, Reason: var why } =>
            !why.Advice.Contains(r.IncomingPayment.OriginalString, StringComparison.Ordinal)
            ? $"it does not say where to find out: {why}"
            : servers.Ledger.Find(r.IncomingPayment) is { Told: > 0 and var seen } && !(r.Received?.Value >= seen)
                ? $"{seen} was seen to have arrived, and the receipt says {r.Received}"
                : null,
        Outcome.Unpaid => null,
    };

    /// <summary>What is said to be unpaid was not paid: for each window, order or share by itself.</summary>
    private static string? Misplaced(Observation at, Result result, ModelServers servers)
    {
        var intended = at.Intended;
        var numbered = result.Payments.Count == intended.Count
            ? at.Told.Concat(result.Payments.Select((outcome, i) => new NumberedOutcome(i + 1, outcome))) : at.Told;
        foreach (var (number, outcome) in numbered)
        {
            if (outcome is not Outcome.Unpaid || number > intended.Count) continue;
            if (servers.Payments.FirstOrDefault(payment => payment.Counts && intended[number - 1].Is(payment)) is { } paid)
                return $"it says that payment {number} was not paid, but it was: {paid}";
        }
        return null;
    }

    private static bool IsOf(Outcome outcome, ModelPayment payment) =>
        outcome.Match(p => p.Receipt, p => p.Receipt, Receipt? (_) => null, p => p.Receipt) is { } receipt
        && Spelling.Plain(receipt.IncomingPayment) == Spelling.Plain(payment.Incoming);

    private static List<ModelPayment> Made(Receipt receipt, ModelServers servers) =>
        [.. servers.Payments.Where(payment =>
            payment.Counts && Spelling.Plain(payment.Incoming) == Spelling.Plain(receipt.IncomingPayment))];

    private static bool Fits(Receipt receipt, ModelPayment payment) => receipt.Debit == payment.DebitAmount
        && (receipt.Receive is null || receipt.Receive == payment.ReceiveAmount)
        && (receipt.OutgoingPayment is null || Spelling.Plain(receipt.OutgoingPayment) == Spelling.Plain(payment.Id));
}

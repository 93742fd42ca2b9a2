using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of what is said of one payment, when nothing moves any more.</summary>
public static class OutcomeLaws
{
    public static string? Broken(Due due, Outcome outcome, Ledger ledger)
    {
        var made = ledger.Outgoing.Where(p => due.Is(p) && p.Counts).ToList();
        return outcome switch
        {
            Outcome.Unpaid when made.Count > 0 => $"what is unpaid is not paid, but {due} is: {made[0]}",
            Outcome.Unpaid => null,
            Outcome.Paid { Receipt: var r } => made is [var p] && Fits(r, p) && p.To.Received >= p.ReceiveAmount.Value && r.Received?.Value >= p.ReceiveAmount.Value ? null
                : $"what is paid has arrived, as its receipt says, but {r} is not {string.Join(", ", made)}",
            Outcome.PaidInPart { Receipt: var r } => made is [var p] && Fits(r, p) && p.To.Received < p.ReceiveAmount.Value && p.Failed && (r.Sent is null || r.Sent.Value <= p.Sent) && (r.Received is null || r.Received.Value == p.To.Received) ? null
                : $"what is paid in part has arrived in part, as its receipt says, but {r} is not {string.Join(", ", made)}",
            Outcome.Unknown { Receipt: var r, Reason: var why } => ledger.Incoming.ContainsKey(r.IncomingPayment) && (r.OutgoingPayment is null || ledger.Outgoing.Any(p => p.Id == r.OutgoingPayment && due.Is(p)))
                && why.Advice.Contains(r.IncomingPayment.OriginalString, StringComparison.Ordinal) ? null
                : $"what is uncertain says how to find out, but it says {outcome}",
            _ => $"an outcome is one of four, but this is none: {outcome}",
        };
    }

    private static bool Fits(Receipt receipt, Payable payment) => receipt.OutgoingPayment == payment.Id && receipt.IncomingPayment == payment.To.Id && receipt.Debit == payment.DebitAmount && receipt.Receive == payment.ReceiveAmount;
}

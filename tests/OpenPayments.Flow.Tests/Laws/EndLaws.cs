using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of every end: it says what is true, and goes on being true when all that was under way has arrived.</summary>
public static class EndLaws
{
    public static string? Broken(Payment end, Clock clock, Ledger ledger)
    {
        var arrived = ledger.Incoming.Values.Any(i => i.Received >= i.Ordered.Value);
        clock.Settle();
        return end switch
        {
            _ when LedgerLaws.Broken(ledger) is { } broken => broken,
            Payment.Completed when !arrived => "what is completed has arrived, but it has not",
            Payment.Failed { Receipt: null } when ledger.Outgoing.Count > 0 => "what failed without a receipt was not paid and cannot be any more, but it was",
            Payment.Failed { Receipt: { } receipt } when ledger.Outgoing.Values.Single() is var paid && (!paid.Failed || receipt.Sent?.Value != paid.Sent) =>
                $"what failed with a receipt failed at its server, after it had sent what the receipt says, but {receipt} is not {paid}",
            _ => null,
        };
    }
}

using System.Numerics;
using OpenPayments.Sandbox.Money;

namespace OpenPayments.Sandbox.Payments;

/// <summary>How an accepted payment becomes money that has arrived: held first, then delivered in equal parts, each when it is due.</summary>
internal static class Settlement
{
    /// <summary>Does what is due by now. True when nothing more will happen to this payment.</summary>
    public static bool Advance(HeldOutgoingPayment payment, World world)
    {
        var (delay, steps) = (world.Options.SettlementDelay, world.Options.SettlementSteps);
        while (!payment.Failed && payment.StepsDone < steps && world.Now >= payment.CreatedAt + (payment.StepsDone + 1) * delay)
            Step(payment, steps, world);
        return payment.Failed || payment.StepsDone == steps;
    }

    private static void Step(HeldOutgoingPayment payment, int steps, World world)
    {
        var (account, receiver, books) = (payment.Account, payment.Receiver, payment.Account.Provider.Books);
        if (payment.StepsDone == 0 && !books.Hold(account.Name, account.Asset, payment.Price.Debit))
        {
            payment.CancellationReason = "Insufficient funds";
            return;
        }
        var due = payment.CreatedAt + (payment.StepsDone + 1) * world.Options.SettlementDelay;
        if (!receiver.TakesMoney(due))
        {
            books.Release(account.Name, account.Asset, payment.Price.Debit - payment.Delivered.Debit);
            payment.CancellationReason = "The incoming payment takes no more money";
            return;
        }
        var reached = Part(payment.Price, payment.StepsDone + 1, steps);
        var delivered = payment.Delivered;
        books.Deliver(new Price(reached.Debit - delivered.Debit, reached.Fee - delivered.Fee, reached.Receive - delivered.Receive), account.Asset, receiver.Account.LedgerAccount);
        receiver.Received = checked(receiver.Received + reached.Receive - delivered.Receive);
        receiver.Completed = receiver.Remaining == 0;
        payment.Delivered = reached;
        payment.StepsDone++;
    }

    private static Price Part(Price whole, int step, int steps)
    {
        return new(Share(whole.Net) + Share(whole.Fee), Share(whole.Fee), Share(whole.Receive));

        ulong Share(ulong amount) => (ulong)((BigInteger)amount * step / steps);
    }
}

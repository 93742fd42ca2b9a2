using OpenPayments.Flow.Testing.Model;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Testing;

/// <summary>One payment that is meant to be made: whom, how much, and when. The laws compare what was really paid with it.</summary>
/// <param name="Receiver">Whose wallet address.</param>
/// <param name="Receive">What is to arrive; null where the debit is fixed.</param>
/// <param name="Debit">What is to be debited; null where the arrival is fixed.</param>
/// <param name="Window">When; null: whenever.</param>
public sealed record IntendedPayment(Uri Receiver, Amount? Receive, Amount? Debit, Window? Window = null)
{
    /// <summary>Whether an outgoing payment is for this.</summary>
    public bool Is(ModelPayment payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        return payment.Receiver == TestWallets.At(Receiver)?.Id
            && (Receive is null || payment.ReceiveAmount == Receive)
            && (Debit is null || payment.DebitAmount == Debit)
            && (Window is null || Window.Contains(payment.CreatedAt));
    }

    internal static IReadOnlyList<IntendedPayment> Of(Order order) => order switch
    {
        OneTimePayment o => [new(o.Receiver, o.IncomingAmount, null)],
        FixedDebitRemittance o => [new(o.Receiver, null, o.DebitAmount)],
        FixedReceiveRemittance o => [new(o.Receiver, o.ReceiveAmount, null)],
        Subscription o => [.. Read(o.Interval).Windows.Select(window => new IntendedPayment(o.Receiver, o.IncomingAmount, null, window))],
        RecurringFixedDebit o =>
            [.. Read(o.Interval).Windows.Select(window => new IntendedPayment(o.Receiver, null, o.DebitAmount, window))],
        RecurringFixedReceive o =>
            [.. Read(o.Interval).Windows.Select(window => new IntendedPayment(o.Receiver, o.ReceiveAmount, null, window))],
        SplitPayment o => [.. o.Shares.Select(share => new IntendedPayment(share.Receiver, share.IncomingAmount, null))],
        _ => [],
    };

    internal static Recurrence Read(string interval) =>
        Recurrence.Parse(interval).Match(Right: recurrence => recurrence, Left: error => throw new InvalidOperationException(error.Why));
}

using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.World;

/// <summary>One payment that an order intends: whom, how much, and when.</summary>
/// <param name="Receiver">Whom.</param>
/// <param name="Receive">What is to arrive; null where the debit is fixed.</param>
/// <param name="Debit">What is to be debited; null where the arrival is fixed.</param>
/// <param name="Window">When; null: whenever.</param>
public sealed record Due(Uri Receiver, Amount? Receive, Amount? Debit, Window? Window)
{
    /// <summary>In the order of the flow.</summary>
    public static IReadOnlyList<Due> Of(Order order) => order switch
    {
        OneTimePayment o => [new(o.Receiver, o.IncomingAmount, null, null)],
        FixedDebitRemittance o => [new(o.Receiver, null, o.DebitAmount, null)],
        FixedReceiveRemittance o => [new(o.Receiver, o.ReceiveAmount, null, null)],
        Subscription o => [.. Windows(o.Interval).Select(window => new Due(o.Receiver, o.IncomingAmount, null, window))],
        RecurringFixedDebit o => [.. Windows(o.Interval).Select(window => new Due(o.Receiver, null, o.DebitAmount, window))],
        RecurringFixedReceive o => [.. Windows(o.Interval).Select(window => new Due(o.Receiver, o.ReceiveAmount, null, window))],
        SplitPayment o => [.. o.Shares.Select(share => new Due(share.Receiver, share.IncomingAmount, null, null))],
        FuturePayments o => [.. o.Payments.Select(payment => new Due(payment.Receiver, payment.IncomingAmount, null, null))],
        _ => [],
    };

    /// <summary>Whether an outgoing payment is for this.</summary>
    public bool Is(Payable payment) => payment.To.Wallet.Id == Receiver && (Receive is null || payment.ReceiveAmount == Receive) && (Debit is null || payment.DebitAmount == Debit)
        && (Window is null || Window.Contains(payment.CreatedAt));

    private static IEnumerable<Window> Windows(string interval) => Recurrence.Parse(interval).Match(Right: r => r.Windows, Left: e => throw new InvalidOperationException(e.Why));
}

using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>The access that each grant asks for: no more than the steps after it use.</summary>
internal static class Access
{
    public static AccessItem IncomingPayment { get; } = new AccessIncoming { Actions = [AccessIncomingAction.Create, AccessIncomingAction.Read] };

    public static AccessItem Quote { get; } = new AccessQuote { Actions = [AccessQuoteAction.Create] };

    /// <summary><c>list</c> is there to find a payment whose creation was not answered; <c>identifier</c> names whose account is to be debited.</summary>
    public static AccessItem OutgoingPayment(Payment.SeekingConsent s) => new AccessOutgoing
    {
        Actions = [AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List],
        Identifier = s.Sender.Id,
        Limits = new LimitsOutgoing.WithDebitAmount { DebitAmount = s.Quote.Debit },
    };
}

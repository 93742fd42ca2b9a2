using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>The access that each grant asks for: no more than the steps after it use.</summary>
internal static class Access
{
    public static AccessItem To(GrantKind kind) => kind == GrantKind.Quote
        ? new AccessQuote { Actions = [AccessQuoteAction.Create] }
        : new AccessIncoming { Actions = [AccessIncomingAction.Create, AccessIncomingAction.Read] };

    /// <summary><c>list</c> is there to find a payment whose creation was not answered; <c>identifier</c> names whose account is to be debited.</summary>
    public static AccessItem ToOutgoingPayments(Wallet sender, Limit limit) => new AccessOutgoing
    {
        Actions = [AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List],
        Identifier = sender.Id,
        Limits = Limits(limit),
    };

    private static LimitsOutgoing Limits(Limit limit) =>
        limit.DebitAmount is { } debit ? new LimitsOutgoing.WithDebitAmount { DebitAmount = debit, Interval = limit.Interval }
        : limit.ReceiveAmount is { } receive ? new LimitsOutgoing.WithReceiveAmount { ReceiveAmount = receive, Interval = limit.Interval }
        : new LimitsOutgoing.Plain { Interval = limit.Interval };
}

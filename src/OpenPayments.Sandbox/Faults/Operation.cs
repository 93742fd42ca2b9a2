namespace OpenPayments.Sandbox.Faults;

/// <summary>What a request asks of a provider. In JSON in lower case with hyphens: <c>create-outgoing-payment</c>.</summary>
public enum Operation
{
    GetWalletAddress,

    /// <summary><c>jwks.json</c>: mostly asked by the other provider, when it checks a client's signature.</summary>
    GetKeys,

    /// <summary>Any grant request; the four after it are the same request, told apart by what it asks for.</summary>
    RequestGrant,
    RequestIncomingPaymentGrant,
    RequestQuoteGrant,
    RequestOutgoingPaymentGrant,
    RequestSubjectGrant,

    ContinueGrant,
    CancelGrant,
    RotateToken,
    RevokeToken,

    CreateIncomingPayment,
    ListIncomingPayments,

    /// <summary>With a token or without.</summary>
    GetIncomingPayment,
    CompleteIncomingPayment,

    CreateQuote,
    GetQuote,

    CreateOutgoingPayment,
    ListOutgoingPayments,
    GetOutgoingPayment,

    /// <summary><c>GET /outgoing-payment-grant</c>.</summary>
    GetSpentAmounts,
}

using OpenPayments.Flow;

namespace OpenPayments.Host.Contracts;

/// <summary>What the body of a request for a payment turned out to be.</summary>
internal abstract record ReadRequest
{
    private ReadRequest() { }

    /// <summary>A payment to make.</summary>
    /// <param name="Payment">What is to be paid.</param>
    /// <param name="First">The payment's first state.</param>
    /// <param name="ReturnUrl">Where the payer goes afterwards; null for this host's own page.</param>
    public sealed record Order(OneTimePayment Payment, FlowState First, Uri? ReturnUrl) : ReadRequest;

    /// <summary>Not one: what is wrong, member by member.</summary>
    public sealed record Wrong(IReadOnlyList<FieldError> Errors) : ReadRequest;
}

using OpenPayments.Client;
using OpenPayments.Flow;

namespace OpenPayments.Host.Store;

/// <summary>What came of a request for a new payment.</summary>
internal abstract record Creation
{
    private Creation() { }

    /// <summary>It is new, and in the caller's hand.</summary>
    public sealed record Created(LoadedFlow<FlowState> Flow) : Creation;

    /// <summary>The same caller asked the same with the same key: it is this one.</summary>
    public sealed record Same(string PaymentId) : Creation;

    /// <summary>The same caller asked something else with the same key.</summary>
    public sealed record AnotherRequest : Creation;
}

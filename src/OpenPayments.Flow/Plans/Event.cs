namespace OpenPayments.Flow.Plans;

/// <summary>What reaches a flow from outside, when it waits for it.</summary>
internal abstract record Event
{
    private Event() { }

    /// <summary>What to say where nobody waits for it.</summary>
    public string NotAwaited => this switch
    {
        Returned => "The order does not wait for the payer now: the payer has come back before, or the time is up.",
        Ordered or Closed => "The order does not wait for a next payment now: one is under way, or the grant is not there yet, or it is closed.",
    };

    /// <summary>The payer's browser came back from the consent page.</summary>
    public sealed record Returned(InteractionResult Result) : Event;

    /// <summary>A payment is ordered under a grant.</summary>
    public sealed record Ordered(FuturePayment Payment) : Event;

    /// <summary>No more payments will be ordered.</summary>
    public sealed record Closed : Event;
}

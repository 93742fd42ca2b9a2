namespace OpenPayments.Flow.Plans;

/// <summary>Why a step ends without a finding. The nearest part of the plan that knows what to do about it catches it, or the plan ends.</summary>
internal abstract record Interruption
{
    private Interruption() { }

    /// <summary>The payment is over, and nothing was paid. <paramref name="at"/>: null where trying again would change nothing.</summary>
    public static Interruption Unpaid(Reason reason, DateTimeOffset? at = null) => new Stopped(new Outcome.Unpaid(reason, at));

    /// <summary>How the payment ended by it.</summary>
    public Outcome Outcome() => this switch
    {
        Stopped(var outcome) => outcome,
        Expired { Kept: null } s => new Outcome.Unpaid(s.Reason, null),
        // with a consent that still holds, another attempt may succeed
        Expired s => new Outcome.Unpaid(s.Reason, s.At),
    };

    /// <summary>The payment is over.</summary>
    public sealed record Stopped(Outcome With) : Interruption;

    /// <summary>What the step rests on expired, and nothing was paid.</summary>
    /// <param name="Kept">What still holds, such as a consent; null where nothing does.</param>
    /// <param name="Reason">What expired: the reason to end for, where it expired too often.</param>
    /// <param name="At">When that was seen.</param>
    public sealed record Expired(Finding? Kept, Reason Reason, DateTimeOffset At) : Interruption;
}

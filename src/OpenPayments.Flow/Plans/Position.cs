namespace OpenPayments.Flow;

/// <summary>Where a plan stands after its journal was read: through, at a stage, or broken off.</summary>
internal abstract record Position<T>
{
    private Position() { }

    /// <summary>All its pieces are through.</summary>
    public sealed record Through(T Known) : Position<T>;

    /// <summary>A piece has begun, or begins now.</summary>
    public sealed record At(Stage First) : Position<T>;

    /// <summary>A piece could not find out what it was to.</summary>
    public sealed record BrokenOff(Interruption Why) : Position<T>;
}

/// <summary>Why a piece ends without a fact. It is caught by the nearest part of the plan that knows what to do about it, or ends the plan.</summary>
internal abstract record Interruption
{
    private Interruption() { }

    /// <summary>How the payment at hand ended by it.</summary>
    public Outcome Outcome() => this switch
    {
        Stopped(var outcome) => outcome,
        Stale { Held: null } s => new Outcome.Unpaid(s.Reason, null),
        // with a consent that holds, another attempt may do better
        Stale s => new Outcome.Unpaid(s.Reason, s.At),
    };

    /// <summary>The payment at hand is over.</summary>
    public sealed record Stopped(Outcome With) : Interruption;

    /// <summary>What the piece rests on ran out, and nothing was paid.</summary>
    /// <param name="Held">The consent that still holds, if one does.</param>
    /// <param name="Reason">What ran out: the reason to end for, where it ran out too often.</param>
    /// <param name="At">When that was seen.</param>
    public sealed record Stale(Consent? Held, Reason Reason, DateTimeOffset At) : Interruption;
}

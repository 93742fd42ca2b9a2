using System.Diagnostics.CodeAnalysis;

namespace OpenPayments.Flow;

/// <summary>
/// Where a plan stands after its journal was read: through, at a stage, or broken off. A structure, for it is passed up from part to
/// part at each step.
/// </summary>
internal readonly struct Position<T>
{
    private readonly T? _known;

    private Position(T? known, Stage? stage, Interruption? why) => (_known, Stage, Why) = (known, stage, why);

    /// <summary>The first stage of a piece that begins now; null where none does.</summary>
    public Stage? Stage { get; }

    /// <summary>Why a piece could not find out what it was to; null where none was broken off.</summary>
    public Interruption? Why { get; }

    /// <summary>All pieces are through, and <paramref name="known"/> is what they found out.</summary>
    public bool IsThrough([MaybeNullWhen(false)] out T known)
    {
        known = _known!;
        return Stage is null && Why is null;
    }

    /// <summary>The same for the larger part, where this one is not through.</summary>
    public Position<TNext> Of<TNext>() => Stage is { } stage ? Position<TNext>.At(stage) : Position<TNext>.BrokenOff(Why!);

    /// <summary>All pieces are through.</summary>
    public static Position<T> Through(T known) => new(known, null, null);

    /// <summary>A piece begins.</summary>
    public static Position<T> At(Stage first) => new(default, first, null);

    /// <summary>A piece could not find out what it was to.</summary>
    public static Position<T> BrokenOff(Interruption why) => new(default, null, why);
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

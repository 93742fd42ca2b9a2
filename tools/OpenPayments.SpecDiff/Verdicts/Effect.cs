namespace OpenPayments.SpecDiff;

/// <summary>How much a change hurts one side.</summary>
public enum Harm
{
    /// <summary>What runs goes on running.</summary>
    None,

    /// <summary>What runs goes on running; regenerated from the new documents, the code above must be touched before it compiles.</summary>
    Compile,

    /// <summary>A message is refused, cannot be read, or is missing.</summary>
    Wire,
}

/// <summary>What a change does to one side, and why.</summary>
public sealed record Effect(Harm Harm, string Why)
{
    /// <summary>Not breaking.</summary>
    public static Effect Fine(string why) => new(Harm.None, why);

    /// <summary>Breaking when the code is generated again, and not before.</summary>
    public static Effect Recompile(string why) => new(Harm.Compile, why);

    /// <summary>Breaking.</summary>
    public static Effect Breaks(string why) => new(Harm.Wire, why);

    /// <summary>The one that hurts most; of equals the first.</summary>
    public static Effect Worst(IEnumerable<Effect> effects) => effects.MaxBy(e => e.Harm)!;
}

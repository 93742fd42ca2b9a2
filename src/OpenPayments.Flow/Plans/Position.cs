namespace OpenPayments.Flow.Plans;

/// <summary>Where a plan stands after its journal was read.</summary>
internal abstract record Position
{
    private Position() { }

    /// <summary>A step begins, or is under way.</summary>
    /// <param name="First">The step's first stage.</param>
    /// <param name="Then">How the plan goes on when the step is over.</param>
    public sealed record At(Stage First, Resumption Then) : Position;

    /// <summary>All steps are over.</summary>
    public sealed record Ended(Result Result) : Position;

    /// <summary>Read on from here: it keeps the call stack flat in plans with many items.</summary>
    public sealed record ReadOn(Func<Position> Next) : Position;
}

/// <summary>
/// How a plan goes on when one of its parts is over. A continuation holds nothing that changes, so a state can be answered twice, with
/// different answers, and each goes its own way.
/// </summary>
internal abstract class Continuation<T>
{
    /// <summary>The part is over, and this is what it found out.</summary>
    public abstract Position Known(JournalReader journal, T value);

    /// <summary>The part is over without a finding.</summary>
    public abstract Position Interrupted(JournalReader journal, Interruption why);
}

/// <summary>How a plan goes on when the step that it stands at is over.</summary>
internal abstract class Resumption
{
    /// <summary>Writes the finding into the journal and reads on.</summary>
    public abstract Position Known(JournalReader journal, EntrySubject subject, Finding finding);

    /// <summary>Reads on without a finding.</summary>
    public abstract Position Interrupted(JournalReader journal, Interruption why);
}

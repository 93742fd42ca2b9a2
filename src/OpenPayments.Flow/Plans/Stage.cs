using System.Text.Json.Serialization;
using LanguageExt;
using OpenPayments.Generated;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// Where one step stands. Each step is a small machine with a closed hierarchy of stages; a stage holds exactly what its question and
/// its answers need.
/// </summary>
public abstract record Stage
{
    private protected Stage() { }

    /// <summary>How often the question has been asked without an answer to go on with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Tries { get; init; }

    /// <summary>A token was renewed for the question, or could not be: a refusal is now believed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Renewed { get; init; }

    /// <summary>The name of the step: kebab-case, the same between versions.</summary>
    internal abstract string Step { get; }

    /// <summary>What the step's journal entry will answer: the same in all its stages.</summary>
    internal abstract EntrySubject Subject { get; }

    /// <summary>The token that the question carries, where it can be renewed.</summary>
    internal virtual Token? Token => null;

    /// <summary>What must not be shown.</summary>
    internal virtual IEnumerable<Secret> Secrets => Token is { } token ? [token.Value] : [];

    /// <summary>What it holds beside the journal and must be given back when the step ends without a finding.</summary>
    internal virtual Authority? Held => null;

    /// <summary>Nothing is to be done here for a while: the time to give back what is not used any more.</summary>
    internal virtual bool IsRest => false;

    /// <summary>The question, and what each answer does.</summary>
    internal abstract Step<Transition> Next();

    /// <summary>What an event from outside does; <c>Left</c> where this stage does not wait for it.</summary>
    internal virtual Either<Rejection, Transition> OnEvent(Event happened, DateTimeOffset at) =>
        Left<Rejection, Transition>(new Rejection.NotAwaited(happened.NotAwaited));

    /// <summary>
    /// After a cancellation: the stage that follows what is under way to its end and pays nothing new. Null where nothing is under way, so
    /// the step can be left as it is.
    /// </summary>
    internal virtual Stage? Unwind() => null;

    /// <summary>The same with a token that was renewed.</summary>
    internal virtual Stage Renew(Token old, Token fresh) => this;
}

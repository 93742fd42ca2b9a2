using System.Text.Json.Serialization;

namespace OpenPayments.Flow;

/// <summary>
/// Where a plan stands: a value that holds what has been learnt and where the next question comes from, and nothing else is needed
/// to go on. It is written down with <see cref="ProgressJson"/> after any step and taken up by another process.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "at", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Asking), "asking")]
[JsonDerivedType(typeof(Waiting), "waiting")]
[JsonDerivedType(typeof(Rotating), "rotating")]
[JsonDerivedType(typeof(Completed), "completed")]
[JsonDerivedType(typeof(Partial), "partial")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Uncertain), "uncertain")]
public abstract record Progress
{
    private Progress() { }

    /// <summary>A piece asks its question.</summary>
    /// <param name="Learnt">What the pieces before it found out.</param>
    /// <param name="Stage">Where the piece stands.</param>
    public sealed record Asking(ValueList<Fact> Learnt, Stage Stage) : Progress;

    /// <summary>Nothing is to be done until a point in time.</summary>
    public sealed record Waiting(DateTimeOffset Until, Asking Then) : Progress;

    /// <summary>A server took the token for dead: it is to be renewed, and then its question asked again.</summary>
    /// <param name="Token">The token.</param>
    /// <param name="Then">Whose question was refused.</param>
    /// <param name="Anew">It could not be rotated: a grant that needs no consent is asked for again.</param>
    /// <param name="Tries">How often that went without an answer.</param>
    public sealed record Rotating(Token Token, Asking Then, bool Anew = false, int Tries = 0) : Progress;

    /// <summary>Everything that was to be done is done, and was seen to be: each payment has arrived.</summary>
    public sealed record Completed(Result Result) : Progress;

    /// <summary>Over; some was paid and some was not: <paramref name="Result"/> says which.</summary>
    public sealed record Partial(Reason Reason, Result Result) : Progress;

    /// <summary>Over; nothing was paid.</summary>
    public sealed record Failed(Reason Reason, Result Result) : Progress;

    /// <summary>Over, and not known how: <paramref name="Reason"/> says how a person can find out.</summary>
    public sealed record Uncertain(Reason Reason, Result Result) : Progress;
}

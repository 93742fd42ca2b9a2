using System.Text.Json.Serialization;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// Where one piece stands. Each piece is a small machine with a closed hierarchy of stages; each stage holds exactly what its question
/// and its answers need.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Discovering), "reading-wallet-address")]
[JsonDerivedType(typeof(Granting), "requesting-grant")]
[JsonDerivedType(typeof(CreatingIncoming), "creating-incoming-payment")]
[JsonDerivedType(typeof(Quoting), "creating-quote")]
[JsonDerivedType(typeof(Consenting.DrawingNonce), "drawing-nonce")]
[JsonDerivedType(typeof(Consenting.Seeking), "requesting-interactive-grant")]
[JsonDerivedType(typeof(Consenting.Awaiting), "awaiting-consent")]
[JsonDerivedType(typeof(Consenting.Continuing), "continuing-grant")]
[JsonDerivedType(typeof(Paying.Marking), "drawing-mark")]
[JsonDerivedType(typeof(Paying.Creating), "creating-outgoing-payment")]
[JsonDerivedType(typeof(Paying.Looking), "looking-for-outgoing-payment")]
[JsonDerivedType(typeof(Settling.Following), "following-outgoing-payment")]
[JsonDerivedType(typeof(Settling.Confirming), "confirming-incoming-payment")]
[JsonDerivedType(typeof(ReadingSpent), "reading-spent-amounts")]
[JsonDerivedType(typeof(Pausing), "pausing")]
public abstract record Stage
{
    private protected Stage() { }

    /// <summary>How often the question at hand has been asked without an answer to go on with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Tries { get; init; }

    /// <summary>A token was renewed for the question at hand, or could not be: a refusal is now believed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Renewed { get; init; }

    /// <summary>The name of the step: kebab-case, the same between versions.</summary>
    internal abstract string Step { get; }

    /// <summary>The token that the question at hand carries, where it can be renewed.</summary>
    internal virtual Token? Token => null;

    /// <summary>What must not be shown.</summary>
    internal virtual IEnumerable<Secret> Secrets => Token is { } token ? [token.Value] : [];

    /// <summary>The question, and what each answer does.</summary>
    internal abstract Step<Turn> Next();

    /// <summary>The same with a token that was renewed.</summary>
    internal virtual Stage Renew(Token old, Token fresh) => this;
}

using static OpenPayments.SpecDiff.Effect;

namespace OpenPayments.SpecDiff;

/// <summary>Changes to operations, and to the parts of them that are no schemas.</summary>
public static class OperationRules
{
    public static Verdict Added { get; } = new(Fine("nothing calls it yet"), Breaks("it does not offer what clients may call"));

    public static Verdict Removed { get; } = new(Breaks("what it calls is gone"), Fine("nothing calls it any more"));

    public static Verdict Moved { get; } = new(Breaks("what it calls is elsewhere"), Breaks("it does not offer what clients call"));

    public static Verdict Renamed { get; } = new(Recompile("on the wire nothing changes; regenerated, the method may have another name (names.json can keep it)"), Fine("on the wire nothing changes"));

    public static Verdict ParameterAdded(bool required) => new(
        required ? Breaks("it does not send what is now required") : Fine("it may go on without"),
        required ? Breaks("it ignores what clients rely on") : Fine("it ignores what it does not know"));

    public static Verdict ParameterRemoved(bool required) => new(
        Breaks("what it asks for has no effect any more; regenerated, the argument is gone"),
        required ? Breaks("it is no longer sent what it requires") : Fine("it did without when it was not sent"));

    public static Verdict SuccessAdded { get; } = new(Breaks("a success that it does not expect, whose body it may not be able to read"), Fine("it need not answer it"));

    public static Verdict SuccessRemoved { get; } = new(Fine("it no longer arrives"), Breaks("it may answer what is no longer declared"));

    public static Verdict ErrorAdded { get; } = new(Fine("every status that is no success is a failure with its number"), Fine("it need not answer it"));

    public static Verdict ErrorRemoved { get; } = new(Fine("every status that is no success is a failure with its number"), Fine("clients take any status"));

    public static Verdict Body(Direction direction, bool added) => (direction, added) switch
    {
        (Direction.Request, true) => MemberRules.Added(required: true, closed: true)(direction),
        (Direction.Request, false) => MemberRules.Removed(required: true, closed: true)(direction),
        (_, true) => MemberRules.Added(required: true, closed: false)(direction),
        _ => MemberRules.Removed(required: true, closed: false)(direction),
    };

    /// <summary>From one of none, optional, required to another.</summary>
    public static Verdict Token(string from, string to) => (from, to) switch
    {
        (_, "required") => new(Breaks("it is refused where it sends no token"), Fine("it is sent a token at least as often")),
        ("required", _) => new(Fine("a token that it sends is still accepted"), Breaks("it refuses clients that send none")),
        ("none", _) => new(Fine("it may go on without"), Breaks("it answers what a token would show to nobody")),
        _ => new(Fine("nothing is shown for a token any more, nor asked"), Fine("it is no longer sent one")),
    };

    public static Verdict Scheme { get; } = new(Breaks("it proves who it is in a way that has changed"), Breaks("clients prove who they are in a way that has changed"));
}

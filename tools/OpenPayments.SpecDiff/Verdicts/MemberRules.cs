using static OpenPayments.SpecDiff.Effect;
using static OpenPayments.SpecDiff.RuleExtensions;

namespace OpenPayments.SpecDiff;

/// <summary>
/// Changes to the members of an object. Clients of ours ignore or keep members that they do not know; a server refuses them where
/// the object is closed (<c>additionalProperties: false</c>).
/// </summary>
public static class MemberRules
{
    /// <summary>A member more; <paramref name="closed"/> says whether the object was closed before.</summary>
    public static Rule Added(bool required, bool closed) => direction => By(direction,
        request: new(
            required ? Breaks("it does not send what is now required") : Fine("it may go on without"),
            closed ? Breaks("the object is closed: it refuses a member that it does not know") : Fine("it ignores what it does not know")),
        answer: new(
            Fine("a member that it does not know is ignored"),
            required ? Breaks("it does not answer what is now required") : Fine("it may go on without")));

    /// <summary>A member less; <paramref name="closed"/> says whether the object is closed now.</summary>
    public static Rule Removed(bool required, bool closed) => direction => By(direction,
        request: new(
            closed ? Breaks("the object is closed: the member is refused") : Fine("the member is ignored"),
            required ? Breaks("it is no longer sent what it requires") : Fine("it did without when it was not sent")),
        answer: new(
            required ? Breaks("what it relies on is no longer there") : Breaks("code that reads it finds it always absent; regenerated, it does not compile"),
            closed ? Breaks("the object is closed: what it answers is no longer allowed") : Fine("clients ignore what they do not know")));

    /// <summary>An optional member is required now.</summary>
    public static Verdict BecameRequired(Direction direction) => By(direction,
        request: new(Breaks("it may leave out what is now required"), Fine("it is sent what it did without")),
        answer: new(Recompile("what arrives is readable; regenerated, the type is no longer nullable"), Breaks("it may leave out what is now required")));

    /// <summary>A required member is optional now.</summary>
    public static Verdict BecameOptional(Direction direction) => By(direction,
        request: new(Fine("what it sends is still accepted"), Breaks("it may not be sent what it requires")),
        answer: new(Breaks("what it relies on may be absent"), Fine("what it answers is still allowed")));
}

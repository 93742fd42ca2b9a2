using static OpenPayments.SpecDiff.Effect;
using static OpenPayments.SpecDiff.RuleExtensions;

namespace OpenPayments.SpecDiff;

/// <summary>Changes to which values a place may hold: who writes may write less without asking, who reads may read more.</summary>
public static class ValueRules
{
    /// <summary>More values than before: another type, null, a constraint less.</summary>
    public static Verdict Widened(Direction direction) => By(direction,
        request: new(Fine("what it sends is still accepted"), Breaks("it may be sent what it does not accept")),
        answer: new(Breaks("it may be answered what it cannot read"), Fine("what it answers is still allowed")));

    /// <summary>Fewer values than before.</summary>
    public static Verdict Narrowed(Direction direction) => By(direction,
        request: new(Breaks("what it sends may be refused"), Fine("it is sent nothing that it does not accept")),
        answer: new(Fine("it is answered nothing that it cannot read"), Breaks("it may answer what is no longer allowed")));

    /// <summary>Other values than before.</summary>
    public static Verdict Replaced(Direction direction) => By(direction,
        request: new(Breaks("what it sends is refused"), Breaks("it is sent what it does not accept")),
        answer: new(Breaks("it is answered what it cannot read"), Breaks("what it answers is no longer allowed")));

    /// <summary>An enumeration names a value more. Ours are open.</summary>
    public static Verdict EnumValueAdded(Direction direction) => direction == Direction.Answer
        ? Widened(direction) with { Client = Fine("enumerations are open: the value arrives as its text, with IsKnown false") }
        : Widened(direction);

    /// <summary>An enumeration names a value less.</summary>
    public static Verdict EnumValueRemoved(Direction direction) => direction == Direction.Answer
        ? Narrowed(direction) with { Client = Recompile("the value never arrives; regenerated, its constant is gone") }
        : Narrowed(direction);

    /// <summary>A union has a case more.</summary>
    public static Verdict CaseAdded(Direction direction) => By(direction,
        request: new(Recompile("what it sends is still accepted; regenerated, every Match must learn of the case"), Breaks("it may be sent a case that it does not know")),
        answer: new(Recompile("on the wire the case arrives as Unknown; regenerated, every Match must learn of it"), Fine("it need not answer the case")));

    /// <summary>A union has a case less.</summary>
    public static Verdict CaseRemoved(Direction direction) => By(direction,
        request: new(Breaks("the case is refused"), Fine("it is no longer sent the case")),
        answer: new(Recompile("the case never arrives; regenerated, every Match must forget it"), Breaks("the case is no longer allowed")));

    /// <summary>What is meant when nothing is said.</summary>
    public static Verdict DefaultChanged(Direction direction) => By(direction,
        request: new(Breaks("leaving it out means something else"), Breaks("clients that leave it out mean something else")),
        answer: new(Breaks("its absence means something else"), Breaks("leaving it out means something else")));

    /// <summary>Something that is said and changes no message.</summary>
    public static Verdict Remark { get; } = new(Fine("no message changes"), Fine("no message changes"));
}

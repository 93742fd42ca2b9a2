namespace OpenPayments.SpecDiff;

/// <summary>What a kind of change does where messages go in one direction.</summary>
public delegate Verdict Rule(Direction direction);

/// <summary>Rules put to use.</summary>
public static class RuleExtensions
{
    private static readonly Direction[] Each = [Direction.Request, Direction.Answer, Direction.Error];

    private static readonly Verdict Unused = new(Effect.Fine("no operation reaches it"), Effect.Fine("no operation reaches it"));

    /// <summary>The worst that a rule says over all directions in which a schema travels.</summary>
    public static Verdict Judge(this Rule rule, Direction directions) =>
        directions == Direction.None ? Unused
        : Each.Contains(directions) ? rule(directions)
        : Verdict.Worst([.. Each.Where(d => directions.HasFlag(d)).Select(d => new Verdict(Told(rule(d).Client, d), Told(rule(d).Server, d)))]);

    /// <summary>The same rule for what the generated client does not look at when it reads an answer.</summary>
    public static Rule Unread(this Rule rule, string why) =>
        direction => direction == Direction.Answer ? rule(direction) with { Client = Effect.Fine(why) } : rule(direction);

    /// <summary>Says in which messages it breaks, of a schema that travels in several.</summary>
    private static Effect Told(Effect effect, Direction direction) =>
        effect.Harm == Harm.None ? effect : effect with { Why = $"{effect.Why} (in {direction.ToString().ToLowerInvariant()}s)" };

    /// <summary>Says it by who writes: a client (request) or a server (answer). Errors are answers that every client can read.</summary>
    internal static Verdict By(Direction direction, Verdict request, Verdict answer) => direction switch
    {
        Direction.Request => request,
        Direction.Answer => answer,
        _ => answer with { Client = Effect.Fine("every error is read as one tolerant ErrorResponse") },
    };
}

namespace OpenPayments.SpecDiff;

/// <summary>
/// What a change does to each side. The client was written for the first documents and meets a server of the second; the server was
/// written for the first documents and meets a client of the second.
/// </summary>
public sealed record Verdict(Effect Client, Effect Server)
{
    /// <summary>Whether either side breaks, if only at compile time.</summary>
    public bool IsBreaking => Client.Harm != Harm.None || Server.Harm != Harm.None;

    /// <summary>The worst of several, side by side.</summary>
    public static Verdict Worst(IReadOnlyCollection<Verdict> verdicts) =>
        new(Effect.Worst(verdicts.Select(v => v.Client)), Effect.Worst(verdicts.Select(v => v.Server)));
}

/// <summary>One difference between the documents.</summary>
/// <param name="Where">The member inside the schema or operation it was found in, <c>access[].actions[]</c>; empty for all of it.</param>
/// <param name="What">What changed, in words.</param>
/// <param name="Verdict">What it does.</param>
public sealed record Change(string Where, string What, Verdict Verdict);

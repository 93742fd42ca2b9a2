using System.Globalization;

namespace OpenPayments.Flow.Tests.World;

/// <summary>What fate does to one question.</summary>
/// <param name="Fate">What becomes of the request and of its answer.</param>
/// <param name="Status">The refusal's HTTP status, for the fates that have one.</param>
/// <param name="Code">The refusal's code.</param>
/// <param name="Seconds">How long it takes: a jump in time, or a late delivery's delay.</param>
/// <param name="Visit">What comes back to the finish URI, where the question is that.</param>
public sealed record Act(Fate Fate = Fate.Honest, int Status = 400, string? Code = null, int Seconds = 0, Visit Visit = Visit.Approve)
{
    public override string ToString()
    {
        var status = Fate is Fate.Refused or Fate.Garbled ? string.Create(CultureInfo.InvariantCulture, $" {Status} {Code}") : "";
        var seconds = Seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $" after {Seconds} s") : "";
        return $"{Fate}{status}{seconds}";
    }
}

/// <summary>What can become of a request.</summary>
public enum Fate
{
    /// <summary>It arrives, and so does its answer.</summary>
    Honest,

    /// <summary>The server refuses, and does nothing.</summary>
    Refused,

    /// <summary>It is lost on the way.</summary>
    LostBefore,

    /// <summary>It arrives; its answer is lost.</summary>
    LostAfter,

    /// <summary>No answer; it arrives later, while the flow has long gone on.</summary>
    Delayed,

    /// <summary>It arrives twice; the second answer is the one that comes back.</summary>
    Doubled,

    /// <summary>The server does it, and answers with something that is no answer (a 5xx, a page, a redirect).</summary>
    Garbled,

    /// <summary>The host is killed when the request has arrived, and restarts from what it stored.</summary>
    Killed,

    /// <summary>The host is killed before the request has left, and restarts from what it stored.</summary>
    KilledBefore,
}

/// <summary>What can come back to the finish URI.</summary>
public enum Visit
{
    /// <summary>The payer agrees and comes back.</summary>
    Approve,

    /// <summary>A hash that somebody made up.</summary>
    Forged,

    /// <summary>A true hash, for another payment.</summary>
    Foreign,

    /// <summary>The right hash with a reference that was tampered with.</summary>
    Tampered,

    /// <summary>Somebody says that the payer refused.</summary>
    Declined,

    /// <summary>The payer agrees in time and comes back after the time is up.</summary>
    Late,

    /// <summary>Nobody comes.</summary>
    Never,

    /// <summary>The host says too early that nobody came.</summary>
    Hasty,
}

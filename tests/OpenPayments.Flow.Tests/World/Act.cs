using System.Globalization;

namespace OpenPayments.Flow.Tests.World;

/// <summary>What fate does to one question.</summary>
/// <param name="Fate">What becomes of the request and of its answer.</param>
/// <param name="Status">The refusal's HTTP status, for the fates that have one.</param>
/// <param name="Code">The refusal's code.</param>
/// <param name="Words">The refusal's description.</param>
/// <param name="Seconds">How long it takes: a jump in time, or a late delivery's delay.</param>
/// <param name="Visit">What comes back to the finish URI, where the question is that.</param>
public sealed record Act(Fate Fate = Fate.Honest, int Status = 400, string? Code = null, string? Words = null, int Seconds = 0, Visit Visit = Visit.Approve)
{
    public override string ToString()
    {
        var status = Fate is Fate.Refused or Fate.Garbled ? string.Create(CultureInfo.InvariantCulture, $" {Status} {Code} {Words}").TrimEnd() : "";
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

    /// <summary>The token's time is up before the request arrives.</summary>
    Expired,

    /// <summary>The token is revoked, or a rival rotated it, before the request arrives: nothing revives it.</summary>
    Seized,

    /// <summary>The server does something else than it was asked for, and says so.</summary>
    Twisted,
}

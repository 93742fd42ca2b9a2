using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Flow.Values;

namespace OpenPayments.Flow;

/// <summary>Until when what a recurring payment needs is good: its incoming payment expires soon, and so does all doubt.</summary>
internal static class Preparation
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>When the incoming payment of an attempt expires: within its window, so that nothing of it is counted to the next.</summary>
    public static DateTimeOffset Deadline(Window window, Round round) => round.At!.Value + Lifetime < window.End ? round.At.Value + Lifetime : window.End;

    /// <summary>When the incoming payment that is prepared before the consent expires.</summary>
    public static DateTimeOffset Deadline(Grant receiving) => receiving.At + Lifetime;

    /// <summary>
    /// Whether what was prepared before the consent is paid: in the first window, at the first attempt, while it lives, and not longer than
    /// the window.
    /// </summary>
    public static bool IsGood(Window window, Round round, DateTimeOffset? until) =>
        window.Number == 1 && round.Number == 1 && until is { } end && round.At < end && end <= window.End;
}

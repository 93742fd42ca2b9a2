using OpenPayments.Flow.Values;

namespace OpenPayments.Flow.Plans;

/// <summary>
/// Which refusals pass, and how long to wait before a request is sent again. No jitter: the core has no randomness, and one payment is
/// no crowd.
/// </summary>
internal static class RetryPolicy
{
    /// <summary>How often a request that may be repeated is sent again before anything is paid.</summary>
    public const int MostTries = 4;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>1 s, 2 s, 4 s … up to a cap; longer where the server asks for it, as far as that is reasonable.</summary>
    public static TimeSpan BackOff(int tries, TimeSpan cap, TimeSpan? retryAfter = null)
    {
        var pause = TimeSpan.FromSeconds(1L << Math.Clamp(tries, 0, 20));
        if (pause > cap) pause = cap;
        return retryAfter is { } asked && asked > pause ? Within(asked) : pause;
    }

    /// <summary>A pause that a server asked for: a second to a minute.</summary>
    public static TimeSpan Within(TimeSpan asked) => TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestRetryAfter.Ticks));

    /// <summary>Between two attempts in a window: doubling from a 200th of it, so that they cover most of it; from 3.6 hours in a month.</summary>
    public static TimeSpan BetweenAttempts(Window window, int number) =>
        TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerSecond, (window.End - window.Start).Ticks / 200) << (number - 1));

    /// <summary>The server is overloaded or broken for the moment.</summary>
    public static bool IsPassing(Refusal refusal) => refusal.Status is >= 500 or 408 or 429;

    /// <summary>The answer was garbled on the way: a success that is not what the specification says.</summary>
    public static bool IsGarbled(Refusal refusal) => refusal is { Code: Refusal.Codes.Unreadable, Status: >= 200 and < 300 };

    /// <summary>
    /// An answer that does not settle whether the server did what was asked: it broke down, its success cannot be read, it points
    /// elsewhere. Only a 4xx says no; and what was not sent did not happen.
    /// </summary>
    public static bool MayHaveHappened(Refusal refusal) => refusal.WasSent && refusal.Status is 408 or (not 0 and not (>= 400 and < 500));

    /// <summary>
    /// 401 or 403, and not said of what the token allows or of the signature. Servers word it in several ways (<c>Inactive Token</c>,
    /// <c>Invalid Token</c>), so what is known to mean something else is what counts.
    /// </summary>
    public static bool IsAboutToken(Refusal refusal) =>
        refusal.Status is 401 or 403 && !IsAboutKey(refusal) && !Says(refusal, "insufficient grant") && !Says(refusal, "unauthorized");

    /// <summary>The server does not accept our signature, or finds no key to verify it with. Nothing was done.</summary>
    public static bool IsAboutKey(Refusal refusal) => refusal.Status is >= 400 and < 500
        && (refusal.Code is "invalid_client" || Mentions(refusal, "signature validation") || Mentions(refusal, "signature error") || Mentions(refusal, "client keys"));

    /// <summary>The payment is above what the consent still allows.</summary>
    public static bool IsAboutLimit(Refusal refusal) => refusal.Status == 403 && Says(refusal, "unauthorized");

    public static bool Mentions(Refusal refusal, string words) => refusal.Description?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static bool Says(Refusal refusal, string words) => string.Equals(refusal.Description?.Trim(), words, StringComparison.OrdinalIgnoreCase);
}

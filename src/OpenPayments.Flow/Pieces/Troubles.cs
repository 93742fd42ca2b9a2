using System.Globalization;

namespace OpenPayments.Flow;

/// <summary>What refusals and losses lead to where a piece has nothing of its own to say about them.</summary>
internal static class Troubles
{
    /// <summary>How often a harmless question is asked again after a loss.</summary>
    public const int MostTries = 4;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For questions that may be asked twice and before anything is paid: silence and overload are tried again, a token that is taken
    /// for dead is renewed, any other refusal ends the payment.
    /// </summary>
    public static Turn Usual<T>(Stage s, Answer<T> answer) => answer switch
    {
        Answer<T>.Refused { Refusal: var refusal, At: var at } when IsPassing(refusal) && s.Tries < MostTries => Again(s, at, refusal.RetryAfter),
        Answer<T>.Refused { Refusal: var refusal } when MayRevive(s, refusal) => Revive(s),
        Answer<T>.Refused { Refusal: var refusal, At: var at } => Turn.Stop(Refusals.Explain(s, refusal), at),
        Answer<T>.Lost { At: var at } when s.Tries < MostTries => Again(s, at),
        Answer<T>.Lost { Why: var why, At: var at } => Turn.Stop(Unanswered(s, why), at),
        Answer<T>.Body => new Turn.To(s),
    };

    /// <summary>The same question once more, after a pause that doubles each time.</summary>
    public static Turn Again(Stage s, DateTimeOffset at, TimeSpan? retryAfter = null)
    {
        var pause = Backoff.After(s.Tries, TimeSpan.FromSeconds(8));
        if (retryAfter is { } asked && asked > pause) pause = Within(asked);
        return new Turn.Later(at + pause, s with { Tries = s.Tries + 1, Renewed = false });
    }

    /// <summary>A pause that a server asked for, as far as that is reasonable: a second to a minute.</summary>
    public static TimeSpan Within(TimeSpan asked) => TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestRetryAfter.Ticks));

    /// <summary>
    /// An answer that does not settle whether the server did what was asked: it broke down, its success cannot be read, it points
    /// elsewhere. Only a 4xx says no, and our own checks, before anything is sent.
    /// </summary>
    public static bool MayHaveHappened(Refusal refusal) => refusal is not { Code: Refusal.Codes.UrlRefused } && refusal.Status is 408 or not (>= 400 and < 500);

    public static bool IsPassing(Refusal refusal) => refusal.Status is >= 500 or 408 or 429;

    /// <summary>The question's token may be what was refused, and has not been renewed for it yet.</summary>
    public static bool MayRevive(Stage s, Refusal refusal) => s is { Token: not null, Renewed: false } && IsAboutToken(refusal);

    /// <summary>The question is asked again with another token.</summary>
    public static Turn Revive(Stage s) => new Turn.Rotate(s.Token!, s with { Renewed = true });

    /// <summary>
    /// 401 or 403, and not said of what the token allows: servers word it in several ways (<c>Inactive Token</c>, <c>Invalid Token</c>), so
    /// what is known to mean something else is what counts.
    /// </summary>
    public static bool IsAboutToken(Refusal refusal) => refusal.Status is 401 or 403
        && !Says(refusal, "insufficient grant") && !Says(refusal, "unauthorized");

    private static bool Says(Refusal refusal, string words) => string.Equals(refusal.Description?.Trim(), words, StringComparison.OrdinalIgnoreCase);

    private static Reason Unanswered(Stage s, string why) => new(Reason.Codes.Unreachable, s.Step,
        string.Create(CultureInfo.InvariantCulture, $"No answer after {MostTries + 1} attempts: {Redaction.Tidy(s, why)}."),
        "Nothing was paid. Check the address, or try again later.", Fault.Network);
}

using System.Globalization;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>What refusals and losses lead to where a step has nothing of its own to say about them.</summary>
internal static class Troubles
{
    /// <summary>How often a harmless question is asked again after a loss.</summary>
    public const int MostTries = 4;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>For questions that may be asked twice and before anything is paid: silence and overload are tried again, a refusal ends the payment.</summary>
    public static Payment Usual<T>(Payment s, Answer<T> answer) => answer switch
    {
        Answer<T>.Refused { Refusal: var refusal, At: var at } when IsPassing(refusal) && s.Tries < MostTries => Again(s, at, refusal.RetryAfter),
        Answer<T>.Refused { Refusal: var refusal } => new Failed(Explain(s, refusal)),
        Answer<T>.Lost { At: var at } when s.Tries < MostTries => Again(s, at),
        Answer<T>.Lost { Why: var why } => new Failed(new Reason(Reason.Codes.Unreachable, PaymentSummary.StepOf(s),
            $"No answer after {MostTries + 1} attempts: {Redaction.Tidy(s, why)}.", "Nothing was paid. Check the address, or try again later.", Fault.Network)),
        Answer<T>.Body => s,
    };

    /// <summary>The same question once more, after a pause that doubles each time.</summary>
    public static Payment Again(Payment s, DateTimeOffset at, TimeSpan? retryAfter = null)
    {
        var pause = Backoff.After(s.Tries, TimeSpan.FromSeconds(8));
        if (retryAfter is { } asked && asked > pause) pause = Within(asked);
        return new Waiting(at + pause, s with { Tries = s.Tries + 1 });
    }

    /// <summary>A pause that a server asked for, as far as that is reasonable: a second to a minute.</summary>
    public static TimeSpan Within(TimeSpan asked) => TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestRetryAfter.Ticks));

    /// <summary>
    /// An answer that does not settle whether the server did what was asked: it broke down, its success cannot be read, it points
    /// elsewhere. Only a 4xx says no, and our own checks, before anything is sent.
    /// </summary>
    public static bool MayHaveHappened(Refusal refusal) => refusal is not { Code: Refusal.Codes.UrlRefused } && refusal.Status is 408 or not (>= 400 and < 500);

    public static bool IsPassing(Refusal refusal) => refusal.Status is >= 500 or 408 or 429;

    /// <summary>A refusal as a reason, in the server's own words where it had any.</summary>
    public static Reason Explain(Payment s, Refusal refusal)
    {
        var (step, said) = (PaymentSummary.StepOf(s), Said(s, refusal));
        var finding = s is FindingSender or FindingReceiver;
        return refusal switch
        {
            { Code: Refusal.Codes.UrlRefused } when finding => new(Reason.Codes.UrlRefused, step, Why(s, refusal),
                "Give a wallet address that anyone can reach over https, as all that it names.", Fault.Order),
            { Code: Refusal.Codes.UrlRefused } => new(Reason.Codes.UrlRefused, step, Why(s, refusal),
                "Nothing was paid. Report it to the provider that gave this URL.", Fault.Provider),
            { Status: 404 or 410 } when finding => new(Reason.Codes.WalletAddressNotFound, step,
                $"There is no wallet address at this URL{said}.", "Check the wallet address.", Fault.Order),
            { Status: < 500 } when finding && !IsPassing(refusal) => new(Reason.Codes.NotAWalletAddress, step,
                $"What answers at this URL is not a wallet address{said}.", "Check the wallet address.", Fault.Order),
            { Code: Refusal.Codes.Unreadable } => new(Reason.Codes.UnreadableAnswer, step,
                $"The server's answer is not what the specification says{said}.", "Nothing was paid. Report it to the provider.", Fault.Provider),
            _ => new(Reason.Codes.Refused, step, $"The server refused{said}.",
                "Nothing was paid. What the server says is the reason; the payment can be started again.", Fault.Provider),
        };
    }

    /// <summary>A success in a form that these documents do not know: a newer server's.</summary>
    public static Reason Unknown(Payment s) => new(Reason.Codes.UnreadableAnswer, PaymentSummary.StepOf(s),
        "The server's answer is of a kind that the specification, as this release knows it, does not have.",
        "Nothing was paid. Report it to the provider, or look for a newer release.", Fault.Provider);

    private static string Why(Payment s, Refusal refusal) => Redaction.Tidy(s, refusal.Description ?? "The URL may not be called.");

    private static string Said(Payment s, Refusal refusal)
    {
        var words = string.Join(": ", new[] { refusal.Code, refusal.Description }.Where(w => !string.IsNullOrWhiteSpace(w)));
        var status = refusal.Status == 0 ? "" : refusal.Status.ToString(CultureInfo.InvariantCulture);
        var said = string.Join(", ", new[] { status, Redaction.Tidy(s, words) }.Where(w => w.Length > 0));
        return said.Length == 0 ? "" : $" ({said})";
    }
}

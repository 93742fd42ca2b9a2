using System.Globalization;
using OpenPayments.Flow.Plans;

namespace OpenPayments.Flow.Steps;

/// <summary>What refusals and losses lead to where a step has nothing of its own to say about them.</summary>
internal static class Usual
{
    /// <summary>A question whose refusals and losses get the usual treatment.</summary>
    public static Step<Transition> Ask<T>(Stage stage, Question<T> question, Func<T, DateTimeOffset, Transition> body) =>
        new Step<Transition>.Ask<T>(question, answer => answer is Answer<T>.Body b ? body(b.Value, b.At) : Otherwise(stage, answer));

    /// <summary>A question whose every answer leads somewhere of its own.</summary>
    public static Step<Transition> AskAny<T>(Question<T> question, Func<Answer<T>, Transition> then) => new Step<Transition>.Ask<T>(question, then);

    /// <summary>
    /// For requests that may be repeated, before anything is paid: silence, overload and garbled answers are tried again, a token that is
    /// taken for dead is renewed, any other refusal ends the payment.
    /// </summary>
    public static Transition Otherwise<T>(Stage s, Answer<T> answer) => answer switch
    {
        Answer<T>.Refused { Refusal: var refusal, At: var at } when (RetryPolicy.IsPassing(refusal) || RetryPolicy.IsGarbled(refusal)) && s.Tries < RetryPolicy.MostTries =>
            Again(s, at, refusal.RetryAfter),
        Answer<T>.Refused { Refusal: var refusal } when MayRenew(s, refusal) => Tokens.Renew(s),
        Answer<T>.Refused { Refusal: var refusal, At: var at } => Transition.Stop(RefusalReasons.Of(s, refusal), at),
        Answer<T>.Lost { At: var at } when s.Tries < RetryPolicy.MostTries => Again(s, at),
        Answer<T>.Lost { Why: var why, At: var at } => Transition.Stop(Unanswered(s, why), at),
        Answer<T>.Body => new Transition.To(s),
    };

    /// <summary>The same question once more, after a pause that doubles each time.</summary>
    public static Transition Again(Stage s, DateTimeOffset at, TimeSpan? retryAfter = null) =>
        new Transition.Later(at + RetryPolicy.BackOff(s.Tries, TimeSpan.FromSeconds(8), retryAfter), s with { Tries = s.Tries + 1, Renewed = false });

    /// <summary>The question's token may be what was refused, and has not been renewed for it yet.</summary>
    public static bool MayRenew(Stage s, Refusal refusal) => s is { Token: not null, Renewed: false } && RetryPolicy.IsAboutToken(refusal);

    /// <summary>No server answered.</summary>
    public static Reason Unanswered(Stage s, string why) => new(Reason.Codes.Unreachable, s.Step,
        string.Create(CultureInfo.InvariantCulture, $"No answer after {s.Tries + 1} attempts: {Redaction.Tidy(s, why)}."),
        "Nothing was paid. Check the address, or try again later.", Fault.Network);
}

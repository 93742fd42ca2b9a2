using OpenPayments.Flow.Values;

namespace OpenPayments.Sandbox.Grants;

/// <summary>
/// A limit's interval, as this provider enforces it: R<c>n</c> opens n + 1 windows, as on the reference server, though the core pays
/// in n. Which texts are intervals, and when their windows begin, the core says.
/// </summary>
internal static class Interval
{
    /// <summary>What is wrong with the text; null for an interval.</summary>
    public static string? Fault(string text) => Recurrence.Parse(text).MatchUnsafe<string?>(Right: _ => null, Left: error => error.Why);

    /// <summary>The window that holds this time; null before the first and after the last.</summary>
    public static Window? WindowAt(string text, DateTimeOffset now) => Recurrence.Parse(text).MatchUnsafe<Window?>(
        Right: recurrence => recurrence.WindowAt(now) ?? (recurrence.ExtraWindow is { } extra && extra.Contains(now) ? extra : null),
        Left: _ => null);

    /// <summary>For people: "12 times monthly, from 1 December 2026 until 1 December 2027 (UTC)".</summary>
    public static string Words(string text) => Recurrence.Parse(text).Match(Right: recurrence => recurrence.Words, Left: _ => text);
}

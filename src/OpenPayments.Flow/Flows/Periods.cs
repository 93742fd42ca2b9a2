namespace OpenPayments.Flow;

/// <summary>When recurring payments are made.</summary>
internal static class Periods
{
    /// <summary>How long a payment that was prepared may take: what it is paid to expires then, and so does all doubt.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>The windows to pay in: of each the part that the reference server, too, counts to it.</summary>
    public static IEnumerable<Window> Of(string interval) => Recurrence.Parse(interval).Match(
        Right: recurrence => recurrence.Windows.Select(window => recurrence.SharedWindow(window.Number) ?? window),
        Left: error => throw new InvalidOperationException(error.Why));

    /// <summary>When the incoming payment of an attempt is to expire: within its window, so that nothing of it is counted to the next.</summary>
    public static DateTimeOffset Deadline(Window window, DateTimeOffset now) => now + Lifetime < window.End ? now + Lifetime : window.End;

    /// <summary>When the incoming payment that is prepared before the consent is to expire.</summary>
    public static DateTimeOffset Deadline(Grant receiving) => receiving.At + Lifetime;

    /// <summary>Whether what was prepared before the consent is paid: in the first window, at the first attempt, while it lives, and not longer than the window.</summary>
    public static bool IsGood(Window window, Round round, DateTimeOffset now, DateTimeOffset? until) =>
        window.Number == 1 && round.Number == 1 && until is { } end && now < end && end <= window.End;
}

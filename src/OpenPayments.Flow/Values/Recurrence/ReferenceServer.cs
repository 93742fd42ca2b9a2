namespace OpenPayments.Flow.Values;

/// <summary>Windows as the reference server computes them: the period is added to each window's end, in UTC.</summary>
internal static class ReferenceServer
{
    /// <summary>The window that begins there.</summary>
    public static Window? From(Recurrence recurrence, int number, DateTimeOffset start) =>
        Calendar.Plus(start, recurrence.Period, 1) is { } end ? new Window(number, start, end) : null;

    public static Window? Numbered(Recurrence recurrence, int number)
    {
        // without months both ways lead to the same moments
        if (recurrence.Period.Months == 0) return recurrence.WindowNumber(number);
        DateTimeOffset? start = recurrence.Start.ToUniversalTime();
        for (var passed = 1; passed < number && start is { } ended; passed++) start = Calendar.Plus(ended, recurrence.Period, 1);
        return start is { } begins && Calendar.Plus(begins, recurrence.Period, 1) is { } ends ? new Window(number, begins, ends) : null;
    }
}

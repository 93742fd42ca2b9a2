using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>
/// When a limit applies anew: an ISO 8601 repeating interval, as the <c>interval</c> of a grant's limits, such as
/// <c>R12/2026-12-01T00:00:00Z/P1M</c>. Each window is counted from the first start, in the interval's own offset, so the 31st
/// comes back after a short month.
/// </summary>
/// <remarks>
/// <c>R12</c> is twelve windows here, as the Open Payments guide tells the payer; the reference server opens a thirteenth. What is paid
/// stays within <see cref="Count"/>; what that server would allow on top is <see cref="ExtraWindow"/>, for those who watch it.
/// </remarks>
public sealed record Recurrence
{
    private readonly DateTime _start;
    private readonly TimeSpan _offset;

    private Recurrence(int? count, DateTimeOffset start, Period period) => (Count, _start, _offset, Period) = (count, start.DateTime, start.Offset, period);

    /// <summary>How many windows there are to pay in, 1 or more; null without end.</summary>
    public int? Count { get; }

    /// <summary>The first moment of the first window, in the interval's own offset, to the millisecond.</summary>
    public DateTimeOffset Start => new(_start, _offset);

    /// <summary>How long each window lasts.</summary>
    public Period Period { get; }

    /// <summary>
    /// The windows to pay in, lazily and in order, each beginning where the one before ended. Without end they stop with the year 9999,
    /// or at number 2,147,483,647.
    /// </summary>
    public IEnumerable<Window> Windows => Enumerable.Range(1, Last).Select(Numbered).TakeWhile(window => window is not null).OfType<Window>();

    /// <summary>
    /// The window after the last, in which the reference server would still allow payments (it counts R<c>n</c> as n + 1). Nothing is
    /// to be paid in it: the payer was told <see cref="Count"/>. Null without end.
    /// </summary>
    public Window? ExtraWindow => Count is { } count ? Numbered(count + 1) : null;

    /// <summary>For people, in English: "12 times monthly, from 1 December 2026 until 1 December 2027 (UTC)".</summary>
    public string Words => RecurrenceText.Words(this);

    private int Last => Count ?? int.MaxValue;

    /// <summary>The recurrence of these parts, or what is wrong with them (<c>Left</c>).</summary>
    /// <param name="count">How many windows, 1 to 999,999,999; null without end.</param>
    /// <param name="start">The first moment, no finer than milliseconds. Its offset stays.</param>
    /// <param name="period">How long each window lasts. The last must end by the year 9999.</param>
    public static Either<RecurrenceError, Recurrence> Of(int? count, DateTimeOffset start, Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return (RecurrenceText.Uncountable(count) ?? Moment.Imprecise("start", start)) is { } error ? Left<RecurrenceError, Recurrence>(error)
            : Calendar.Plus(start, period, count ?? 1) is null ? Left<RecurrenceError, Recurrence>(new("interval", "The windows run past the year 9999: count fewer, or none (R/) for windows without end."))
            : Right<RecurrenceError, Recurrence>(new Recurrence(count, start, period));
    }

    /// <summary>
    /// Reads <c>R12/&lt;start&gt;/&lt;period&gt;</c>; <c>R/</c> and <c>R-1/</c> are without end; <c>&lt;start&gt;/&lt;end&gt;</c> stands for
    /// the time between them. Refused with a reason (<c>Left</c>): <c>R0</c>, <c>&lt;period&gt;/&lt;end&gt;</c>, a start without an offset,
    /// periods with fractions or of no length.
    /// </summary>
    public static Either<RecurrenceError, Recurrence> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RecurrenceText.Parse(text);
    }

    /// <summary>The window with this number, from 1; null where there is none.</summary>
    public Window? WindowNumber(int number) => number >= 1 && number <= Last ? Numbered(number) : null;

    /// <summary>The window that holds this moment; null before the first and after the last.</summary>
    public Window? WindowAt(DateTimeOffset at)
    {
        // the last window that has begun: the starts only grow, so halve the numbers
        var (begun, beyond) = (0, (long)Last + 1);
        while (beyond - begun > 1)
        {
            var middle = (int)((begun + beyond) / 2);
            if (Calendar.Plus(Start, Period, middle - 1) <= at) begun = middle;
            else beyond = middle;
        }

        return WindowNumber(begun) is { } window && window.Contains(at) ? window : null;
    }

    /// <summary>
    /// The part of a window in which the reference server, too, counts a payment to the window of this number; null where there is none.
    /// That server adds the period to each window's end, in UTC: a day lost in a short month stays lost, so from the 31st its windows
    /// end up to three days earlier, and a payment made after that would use up the limit of the next.
    /// </summary>
    public Window? SharedWindow(int number) => WindowNumber(number) is { } ours && ReferenceServer.Numbered(this, number) is { } theirs ? ours.Shared(theirs) : null;

    /// <summary>
    /// As <see cref="SharedWindow"/>, or the whole window where nothing is shared, from where the reference server begins the window: it
    /// takes the same time for any number. Null after the last window.
    /// </summary>
    /// <param name="number">From 1.</param>
    /// <param name="serverStart">What <see cref="ServerStartAfter"/> gave for the window before; null for the first.</param>
    internal Window? PaymentWindow(int number, DateTimeOffset? serverStart)
    {
        if (WindowNumber(number) is not { } ours) return null;
        return ReferenceServer.From(this, number, serverStart ?? Start.ToUniversalTime()) is { } theirs ? ours.Shared(theirs) ?? ours : ours;
    }

    /// <summary>Where the reference server begins the window after this one; null after the year 9999.</summary>
    internal DateTimeOffset? ServerStartAfter(DateTimeOffset? serverStart) => Calendar.Plus(serverStart ?? Start.ToUniversalTime(), Period, 1);

    /// <summary>As ISO 8601, always <c>R&lt;n&gt;/&lt;start&gt;/&lt;period&gt;</c>: what to put into a grant's limits. <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => RecurrenceText.Print(this);

    private Window? Numbered(int number) => Calendar.Plus(Start, Period, number - 1) is { } start && Calendar.Plus(Start, Period, number) is { } end
        ? new Window(number, start, end)
        : null;
}

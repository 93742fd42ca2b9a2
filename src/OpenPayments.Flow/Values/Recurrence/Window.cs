using LanguageExt;
using static LanguageExt.Prelude;

namespace OpenPayments.Flow.Values;

/// <summary>One period of a recurrence, in which a grant's limit applies anew.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The first moment that is not in it any more: the next window's start.</param>
public sealed record Window(int Number, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>For people, in English, in the interval's own offset: "1 December 2026 until 1 January 2027 (UTC)".</summary>
    public string Words => $"{Moment.Words(Start)} until {Moment.Words(End)} ({Moment.OffsetWords(Start)})";

    /// <summary>Whether this moment lies in the window: the start does, the end does not.</summary>
    public bool Contains(DateTimeOffset at) => at >= Start && at < End;

    /// <summary>
    /// What may still be spent in a window: the grant's limit less what <c>GET /outgoing-payment-grant</c> says was spent in it. Zero,
    /// and no error, when more was spent: a fee may have come on top.
    /// </summary>
    /// <param name="limit">The grant's <c>debitAmount</c> or <c>receiveAmount</c>.</param>
    /// <param name="spent">The spent amount of the same side.</param>
    public static Either<MoneyError, Money> WhatIsLeft(Money limit, Money spent)
    {
        ArgumentNullException.ThrowIfNull(limit);
        ArgumentNullException.ThrowIfNull(spent);
        return spent.AtMost(limit).Bind(within => within ? limit.Minus(spent) : Right<MoneyError, Money>(Money.Zero(limit.Asset)));
    }

    /// <summary>What both hold, in this window's offset and under its number; null where they do not meet.</summary>
    internal Window? Shared(Window other)
    {
        var (start, end) = (Start > other.Start ? Start : other.Start, End < other.End ? End : other.End);
        return start < end ? this with { Start = start.ToOffset(Start.Offset), End = end.ToOffset(Start.Offset) } : null;
    }
}

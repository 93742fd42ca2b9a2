using OpenPayments.Flow.Plans;

namespace OpenPayments.Flow;

/// <summary>How a plan ended, all its payments taken together: only what was seen is claimed.</summary>
internal static class Ending
{
    public static Progress Of(Result result, Cancellation? cancelled) =>
        result.Totals is { } totals ? OfTotals(result, totals, cancelled) : OfPayments(result, cancelled);

    private static Progress OfPayments(Result result, Cancellation? cancelled)
    {
        var payments = result.Payments;
        if (payments.OfType<Outcome.Unknown>().FirstOrDefault() is { } unknown) return new Progress.Uncertain(unknown.Reason, result);
        if (payments.Select(payment => payment.AnyReason).FirstOrDefault(reason => reason is not null) is not { } reason)
            return cancelled is null || payments.Count > 0 || result.Identity is not null ? new Progress.Completed(result) : new Progress.Cancelled(Why(cancelled), result);
        if (!payments.All(payment => payment is Outcome.Unpaid)) return new Progress.Partial(reason, result);
        return cancelled is null ? new Progress.Failed(reason, result) : new Progress.Cancelled(Why(cancelled), result);
    }

    /// <summary>What has not come yet is no failure: a recurring order that is cancelled after three periods paid three.</summary>
    private static Progress OfTotals(Result result, Totals totals, Cancellation? cancelled)
    {
        if (totals.Unknown > 0) return new Progress.Uncertain(totals.Exceptions.First(one => one.Outcome is Outcome.Unknown).Outcome.AnyReason!, result);
        if (cancelled is not null) return new Progress.Cancelled(Why(cancelled), result);
        if (totals.Exceptions.Count == 0) return new Progress.Completed(result);
        var reason = totals.Exceptions[0].Outcome.AnyReason!;
        return totals.Unpaid == totals.Count ? new Progress.Failed(reason, result) : new Progress.Partial(reason, result);
    }

    /// <summary>The reason to end a payment for that is not begun any more.</summary>
    public static Reason Why(Cancellation cancelled, string step = "cancelled") => new(Reason.Codes.Cancelled, step,
        $"The order was cancelled: {cancelled.Why}", "Nothing more is paid for it. Order anew if it was cancelled by mistake.", Fault.Order);
}

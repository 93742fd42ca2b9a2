using static OpenPayments.Flow.Progress;

namespace OpenPayments.Flow;

/// <summary>How a plan ended, all its payments taken together: nothing is claimed that was not seen.</summary>
internal static class Endings
{
    public static Progress Of(Result result)
    {
        var payments = result.Payments;
        if (payments.OfType<Outcome.Unknown>().FirstOrDefault() is { } unknown) return new Uncertain(unknown.Reason, result);
        if (WhyNotAll(payments) is not { } reason) return new Completed(result);
        return payments.All(payment => payment is Outcome.Unpaid) ? new Failed(reason, result) : new Partial(reason, result);
    }

    /// <summary>What was already known of payments when the plan broke off.</summary>
    public static IEnumerable<Outcome> Before(IReadOnlyList<Fact> learnt) => learnt.OfType<Outcome>();

    private static Reason? WhyNotAll(IEnumerable<Outcome> payments) => payments.Select(payment => payment switch
    {
        Outcome.Unpaid p => p.Reason,
        Outcome.PaidInPart p => p.Reason,
        Outcome.Unknown p => p.Reason,
        Outcome.Paid => null,
    }).FirstOrDefault(reason => reason is not null);
}

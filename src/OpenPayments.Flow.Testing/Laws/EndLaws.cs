namespace OpenPayments.Flow.Testing;

/// <summary>What holds of every end: it says what is true, and goes on being true when all that was under way has arrived.</summary>
internal static class EndLaws
{
    public static string? Untrue(Observation at)
    {
        if (at.NewEnd is not { } end) return null;
        var (result, servers) = (StateReading.ResultOf(end)!, at.Servers.Settled());
        var paid = servers.Payments.Any(payment => payment.Counts);
        return end switch
        {
            Progress.Completed when NotAll(at, result) is { } missing => missing,
            Progress.Completed when at.Flow.Owned is { } owned && !IsShown(at, result, owned) =>
                $"{owned} was not shown to be theirs, and it says {result.Identity}",
            Progress.Failed when paid => $"it says that nothing was paid, but {servers.Payments.First(payment => payment.Counts)} was",
            Progress.Failed when result.Payments.Any(outcome => outcome is not Outcome.Unpaid) =>
                $"it says that nothing was paid, and {result.Payments}",
            Progress.Partial when !at.Servers.IncomingPayments.Any(one => one.Received > 0) =>
                "it says that something was paid, but nothing was",
            Progress.Uncertain when !IsUnknown(result) => $"it does not say which payment is uncertain: {result}",
            _ => OutcomeLaws.Untrue(at, result, servers),
        };
    }

    public static string? PaidAfterCancel(Observation at) =>
        at.Question == nameof(CreateOutgoingPayment) && at.Before is { } before
            && StateReading.AskingIn(before)?.Journal.Cancelled is { } cancelled
            ? $"one was asked for after {cancelled}"
            : null;

    public static string? Held(Observation at)
    {
        if (!at.IsOver) return null;
        var token = at.Servers.Tokens.All.FirstOrDefault(one => one.Holding.MustBeGivenBack);
        if (token is not null) return $"a token for {token.Permit.Access} is";
        var grant = at.Servers.Auth.Interactions.Find(one => one is { Continued: false, Cancelled: false, Holding.MustBeGivenBack: true });
        return grant is null ? null : $"the grant at {grant.ContinueUri} is";
    }

    private static string? NotAll(Observation at, Result result) => result.Totals is { } totals
        ? totals.Paid == at.Intended.Count && totals.Count == totals.Paid ? null : $"it says that all was paid, and {totals}"
        : result.Payments.Count == at.Intended.Count && result.Payments.All(outcome => outcome is Outcome.Paid) ? null
        : $"it says that all was paid, and {result.Payments}";

    private static bool IsUnknown(Result result) =>
        result.Totals?.Unknown > 0 || result.Payments.Any(outcome => outcome is Outcome.Unknown);

    private static bool IsShown(Observation at, Result result, Uri owned) => result.Identity == owned && at.Servers.Auth.Interactions.Any(
        one => one is { Continued: true, Shown: { } shown } && shown.SubIds.Any(id => id.Id == owned.OriginalString));
}

namespace OpenPayments.Flow.Testing;

/// <summary>What a flow has come to, as its states tell it.</summary>
internal static class StateReading
{
    /// <summary>The end that is told, whether or not something is still to be given back; null before the end.</summary>
    public static Progress? EndOf(Progress state) => state switch
    {
        Progress.Releasing p => EndOf(p.Next),
        Progress.Asking or Progress.Waiting => null,
        _ => state,
    };

    /// <summary>What it came to; null before the end.</summary>
    public static Result? ResultOf(Progress state) => EndOf(state) switch
    {
        Progress.Completed p => p.Result,
        Progress.Partial p => p.Result,
        Progress.Failed p => p.Result,
        Progress.Uncertain p => p.Result,
        Progress.Cancelled p => p.Result,
        _ => null,
    };

    /// <summary>Where it stands, whatever is to pass or to be given back before its question; null at the end.</summary>
    public static Progress.Asking? AskingIn(Progress state) => state switch
    {
        Progress.Asking p => p,
        Progress.Waiting p => p.Then,
        Progress.Releasing p => AskingIn(p.Next),
        _ => null,
    };

    /// <summary>The totals that a state shows; null where it has none.</summary>
    public static Totals? TotalsOf(Progress state) => ResultOf(state) is { } result ? result.Totals
        : AskingIn(state)?.Journal.Entries.Select(entry => entry.Finding switch
        {
            WindowsPassed passed => passed.Totals,
            PaymentsPassed passed => passed.Totals,
            _ => null,
        }).FirstOrDefault(totals => totals is not null);
}

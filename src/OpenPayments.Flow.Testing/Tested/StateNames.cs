namespace OpenPayments.Flow.Testing;

/// <summary>What states are called in a run, and what they are made of.</summary>
internal static class StateNames
{
    /// <summary>The stage, and what is to pass before its question; at the end, the end.</summary>
    public static string Of(Progress state) => state switch
    {
        Progress.Asking { Stage: RenewingToken s } => $"{(s.Anew ? "GrantingAnew" : "RenewingToken")}({s.Then.GetType().Name})",
        Progress.Asking p => p.Stage.GetType().Name,
        Progress.Waiting p => $"Waiting({Of(p.Then)})",
        Progress.Releasing p => $"Releasing({Of(p.Next)})",
        _ => state.GetType().Name,
    };

    /// <summary>The types of a state, of its stage, and of the outcomes that it tells of.</summary>
    public static IEnumerable<Type> CasesOf(Progress state) =>
    [
        state.GetType(),
        .. state switch
        {
            Progress.Asking p => [p.Stage.GetType()],
            Progress.Waiting p => [p.Then.Stage.GetType()],
            Progress.Releasing p => CasesOf(p.Next),
            _ => StateReading.ResultOf(state) is { } result ? result.Payments.Select(payment => payment.GetType()) : [],
        },
    ];
}

using OpenPayments.Flow.Tests.Laws;

namespace OpenPayments.Flow.Tests.World;

/// <summary>What states are called in a tale.</summary>
public static class Names
{
    /// <summary>The stage, and what is to pass before its question; at the end, the end.</summary>
    public static string Of(FlowState state) => state.Progress switch
    {
        Progress.Asking p => Of(p.Stage.GetType()),
        Progress.Waiting p => $"Waiting({Of(p.Then.Stage.GetType())})",
        Progress.Rotating p => $"{(p.Anew ? "Granting anew" : "Rotating")}({Of(p.Then.Stage.GetType())})",
        var end => end.GetType().Name,
    };

    /// <summary>With the piece that it is a stage of.</summary>
    public static string Of(Type type) => type.DeclaringType is { } piece ? $"{piece.Name}.{type.Name}" : type.Name;

    /// <summary>The types that a state is made of: its progress, its stage, the outcomes of its payments.</summary>
    public static IEnumerable<Type> CasesOf(FlowState state) =>
    [
        state.Progress.GetType(),
        .. state.Progress switch
        {
            Progress.Asking p => [p.Stage.GetType()],
            Progress.Waiting p => [p.Then.Stage.GetType()],
            Progress.Rotating p => [p.Then.Stage.GetType()],
            _ => EndLaws.ResultOf(state).Payments.Select(payment => payment.GetType()),
        },
    ];
}

namespace OpenPayments.Flow.Testing;

/// <summary>Nobody but the payer, with the wallet's proof, moves a flow that waits for consent.</summary>
internal static class ReturnLaws
{
    public static string? Moved(Observation at) => MovedByFault(at) ?? MovedByReplay(at);

    /// <summary>What came to the finish URI in this step.</summary>
    private static string? MovedByFault(Observation at)
    {
        if (at.Before is not { } before || Waiting(before) is not { } waiting || at.Fault.Kind != FaultKind.None) return null;
        return at.Fault.Visit switch
        {
            Visit.Forged or Visit.Foreign when at.Rejected is null => $"a {at.Fault.Visit} return led to {at.Name}",
            Visit.Tampered when at.Rejected is null && at.Servers.Now < waiting.Grant.Until =>
                $"a {at.Fault.Visit} return led to {at.Name}",
            Visit.Declined => Unmoved(at, before, waiting),
            Visit.Hasty when at.Servers.Now < waiting.Grant.Until => Unmoved(at, before, waiting),
            _ => null,
        };
    }

    private static string? Unmoved(Observation at, Progress before, AwaitingReturn waiting) =>
        Waiting(at.State) is not { } same
            || same with { Declined = waiting.Declined } != waiting ? $"a {at.Fault.Visit} return, which proves nothing, led to {at.Name}"
        : RecordedQuestion.Of(at.Flow.Next(before)) != RecordedQuestion.Of(at.Flow.Next(at.State))
            ? "after a return that proves nothing another question is asked"
        : null;

    /// <summary>What was brought before, and what nobody waits for.</summary>
    private static string? MovedByReplay(Observation at)
    {
        var awaited = Waiting(at.State);
        foreach (var interaction in at.Servers.Auth.Interactions)
        {
            if (interaction.Ref is null || interaction.Nonce.Equals(awaited?.Grant.Nonce)) continue;
            if (at.Flow.Return(at.State, interaction.Approved(), at.Servers.Now).IsRight) return $"a replayed return moved {at.Name}";
        }
        var declined = new InteractionResult.Declined("grant_rejected");
        return awaited is null
            && at.Flow.Return(at.State, declined, at.Servers.Now).IsRight ? $"a refusal that nobody waits for moved {at.Name}" : null;
    }

    private static AwaitingReturn? Waiting(Progress state) => (state as Progress.Asking)?.Stage as AwaitingReturn;
}

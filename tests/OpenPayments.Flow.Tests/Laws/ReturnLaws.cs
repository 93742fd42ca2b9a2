using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of whoever comes to the finish URI at any time: what was brought before, and what nobody waits for, changes nothing.</summary>
public static class ReturnLaws
{
    public static string? Broken(FlowState state, Universe all)
    {
        var step = Flows.Next(state);
        var awaited = (state.Progress as Progress.Asking)?.Stage as Consenting.Awaiting;
        foreach (var interaction in all.Auth.Interactions.Where(i => i.Ref is not null && !i.Nonce.Equals(awaited?.Grant.Nonce)))
        {
            if (step.Return(interaction.Approved(), all.Clock.Now).IsRight) return $"a replayed result changes nothing, but it moved {Names.Of(state)}";
        }
        return awaited is null && step.Return(new InteractionResult.Declined("grant_rejected"), all.Clock.Now).IsRight ? $"a refusal that nobody waits for changes nothing, but it moved {Names.Of(state)}" : null;
    }
}

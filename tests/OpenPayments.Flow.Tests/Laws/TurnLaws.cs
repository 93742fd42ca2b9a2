using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of every turn: nobody but the payer, with the wallet's proof, moves a flow that waits for consent.</summary>
public static class TurnLaws
{
    public static string? Broken(FlowState before, Happening turn, Act act) => (before.Progress, act) switch
    {
        // once the time is up nobody has come, and the flow goes on without: to its end, or to the next of several payments
        (Progress.Asking { Stage: Consenting.Awaiting waiting }, { Fate: Fate.Honest or Fate.Doubled, Visit: Visit.Forged or Visit.Foreign or Visit.Tampered }) when turn.To is not null && turn.At < waiting.Grant.Until =>
            $"a {act.Visit} result is rejected, but this one led to {turn.To}",
        (Progress.Asking { Stage: Consenting.Awaiting }, { Fate: Fate.Honest or Fate.Doubled, Visit: Visit.Forged or Visit.Foreign }) when turn.Rejected is null => $"a {act.Visit} result is rejected, but this one led to {turn.To}",
        (Progress.Asking { Stage: Consenting.Awaiting waiting }, { Fate: Fate.Honest, Visit: Visit.Declined }) => Unmoved(before, waiting, turn.To),
        (Progress.Asking { Stage: Consenting.Awaiting waiting }, { Fate: Fate.Honest, Visit: Visit.Hasty }) when turn.At < waiting.Grant.Until => Unmoved(before, waiting, turn.To),
        _ => null,
    };

    private static string? Unmoved(FlowState before, Consenting.Awaiting waiting, FlowState? after) =>
        after?.Progress is not Progress.Asking { Stage: Consenting.Awaiting same } || same with { Declined = waiting.Declined } != waiting ? $"what proves nothing changes nothing, but it led to {after}"
        : Questions.Of(after) != Questions.Of(before) ? "what proves nothing leaves the same question, but another is asked"
        : null;
}

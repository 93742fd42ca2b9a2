using OpenPayments.Flow.Tests.World;

namespace OpenPayments.Flow.Tests.Laws;

/// <summary>What holds of every turn: nobody but the payer, with the wallet's proof, moves a payment that waits for consent.</summary>
public static class TurnLaws
{
    public static string? Broken(Payment before, Turn turn, Act act) => (before, act) switch
    {
        (Payment.AwaitingConsent, { Fate: Fate.Honest or Fate.Doubled, Visit: Visit.Forged or Visit.Foreign }) when turn.Rejected is null => $"a {act.Visit} result is rejected, but this one led to {turn.To}",
        (Payment.AwaitingConsent, { Fate: Fate.Honest or Fate.Doubled, Visit: Visit.Tampered }) when turn.To is not (null or Payment.Failed) => $"a tampered result is rejected, but this one led to {turn.To}",
        (Payment.AwaitingConsent waiting, { Fate: Fate.Honest, Visit: Visit.Declined }) => Unmoved(waiting, turn.To),
        (Payment.AwaitingConsent waiting, { Fate: Fate.Honest, Visit: Visit.Hasty }) when turn.At < waiting.Grant.Until => Unmoved(waiting, turn.To),
        _ => null,
    };

    private static string? Unmoved(Payment.AwaitingConsent before, Payment? after) =>
        after is not Payment.AwaitingConsent same || same with { Declined = before.Declined } != before ? $"what proves nothing changes nothing, but it led to {after}"
        : Questions.Of(same) != Questions.Of(before) ? "what proves nothing leaves the same question, but another is asked"
        : null;
}

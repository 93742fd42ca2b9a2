using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>Guide steps 2 and 4: grants that no person has to agree to.</summary>
internal static class Grants
{
    public static Payment WithoutConsent(Payment s, GrantResponse response, Func<Secret, Payment> then) => response.Match(
        interactionRequired: _ => new Failed(new Reason(Reason.Codes.InteractionRequired, PaymentSummary.StepOf(s),
            "The authorization server asks for a person's consent for a grant that needs none in this payment.",
            "Nothing was paid. This provider cannot take part in one-time payments as it is set up now.", Fault.Provider)),
        granted: g => then(g.AccessToken.Value),
        unknown: _ => new Failed(Troubles.Unknown(s)));
}

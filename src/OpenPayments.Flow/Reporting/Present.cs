using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// What a flow under way knows of its present payment: the last fact of each kind since the payment before it ended, and what the stage
/// adds.
/// </summary>
internal sealed class Present(Progress.Asking at)
{
    private readonly List<Fact> _facts = [.. at.Learnt.Reverse().TakeWhile(fact => fact is not Outcome)];

    public Quoted? Quote => at.Stage is Settling ? null : _facts.OfType<Quoted>().FirstOrDefault();

    public Incoming? Incoming => at.Stage is Settling s ? s.Incoming : _facts.OfType<Incoming>().FirstOrDefault();

    public Made? Made => at.Stage is Settling s ? s.Made : _facts.OfType<Made>().FirstOrDefault();

    public ValueList<Outcome> Ended { get; } = [.. at.Learnt.OfType<Outcome>()];

    public Amount? Debit => Made?.Debit ?? Quote?.Debit;

    public Amount? Receive => Made?.Receive ?? Quote?.Receive;

    public Amount? Sent => at.Stage switch
    {
        Settling.Following s => s.Sent,
        Settling.Confirming s => s.Sent,
        _ => null,
    };

    public DateTimeOffset? NextAt => (at.Stage as Pausing)?.Until;

    public FlowStatus Status => at.Stage switch
    {
        Consenting.Awaiting => FlowStatus.AwaitingConsent,
        Pausing => FlowStatus.Scheduled,
        _ => at.Stage is Consenting.Continuing || at.Learnt.Any(fact => fact is Consent or Round { Held: not null }) ? FlowStatus.Paying : FlowStatus.Preparing,
    };

    /// <summary>Why consent is asked for again, that someone declined it, or why a payment is tried again.</summary>
    public Reason? Reason => at.Stage switch
    {
        Consenting.Awaiting { Declined: { } declined } s => new Reason(Flow.Reason.Codes.ConsentDeclined, s.Step,
            $"The wallet reported that the consent was declined ({declined}). Anyone could have sent that report, so the consent page stays open until its time is up.",
            "Nothing was paid. If it was a mistake, agree on the consent page, or start the payment again.", Fault.Payer),
        Consenting s => s.Request.Because,
        // a period's payment that is tried again; that a quote ran out and another is asked for stands in nobody's way
        _ => _facts.OfType<Round>().FirstOrDefault(round => round.NotBefore is not null)?.Because,
    };
}

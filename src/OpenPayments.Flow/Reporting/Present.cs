using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What a flow under way knows of its present payment: the last fact of each kind, and what the stage adds.</summary>
internal sealed class Present(Progress.Asking at)
{
    public Quoted? Quote { get; } = at.Learnt.OfType<Quoted>().LastOrDefault();

    public Incoming? Incoming { get; } = at.Learnt.OfType<Incoming>().LastOrDefault();

    public Made? Made { get; } = at.Learnt.OfType<Made>().LastOrDefault();

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
        _ => at.Learnt.OfType<Round>().LastOrDefault()?.Because,
    };
}

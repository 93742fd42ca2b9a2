using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>
/// What a flow under way knows of its present payment: the latest finding of each kind since the payment before it ended, and what the
/// stage adds.
/// </summary>
internal sealed class CurrentPayment(Progress.Asking at)
{
    private readonly List<Finding> _latest =
        [.. at.Journal.Entries.Select(entry => entry.Finding).Reverse().TakeWhile(finding => finding is not (Outcome or WindowsPassed or PaymentsPassed))];

    private readonly List<Finding> _all = [.. at.Journal.Entries.Select(entry => entry.Finding)];

    private Stage Stage => at.Stage is RenewingToken renewing ? renewing.Then : at.Stage;

    public PaymentQuote? Quote => Stage is SettlementStage ? null : _latest.OfType<PaymentQuote>().FirstOrDefault() ?? FirstQuote;

    public Incoming? Incoming => Stage is SettlementStage s ? s.Incoming : _latest.OfType<Incoming>().FirstOrDefault() ?? FirstIncoming;

    public Outgoing? Outgoing => Stage is SettlementStage s ? s.Outgoing : _latest.OfType<Outgoing>().FirstOrDefault();

    public Wallet? Sender => _all.OfType<Wallet>().FirstOrDefault();

    public Wallet? Receiver => _all.OfType<Wallet>().Skip(1).LastOrDefault();

    public ValueList<Outcome> Ended => [.. _all.OfType<Outcome>()];

    public Totals? Totals => _all.OfType<WindowsPassed>().FirstOrDefault()?.Totals ?? _all.OfType<PaymentsPassed>().FirstOrDefault()?.Totals;

    public Amount? Debit => Outgoing?.Intent.Debit ?? Quote?.Debit;

    public Amount? Receive => Outgoing?.Receive ?? Outgoing?.Intent.Receive ?? Quote?.Receive;

    public Sight Sight => (Stage as SettlementStage)?.Sight ?? new Sight();

    public DateTimeOffset? NextAt => (Stage as Pausing)?.Until;

    public FlowStatus Status => Stage switch
    {
        AwaitingReturn => FlowStatus.AwaitingConsent,
        Pausing => FlowStatus.Scheduled,
        AwaitingOrder => FlowStatus.Open,
        _ => Stage is ContinuingGrant || _all.Exists(finding => finding is Consent or Round { Kept: Consent }) ? FlowStatus.Paying : FlowStatus.Preparing,
    };

    /// <summary>Why consent is asked for again, that someone declined it, what is in doubt, or why a payment is tried again.</summary>
    public Reason? Reason => Stage switch
    {
        AwaitingReturn { Declined: { } declined } s => new Reason(Flow.Reason.Codes.ConsentDeclined, s.Step,
            $"The wallet reported that the consent was declined ({declined}). Anyone could have sent that report, so the consent page stays open until its time is up.",
            "Nothing was paid. If it was a mistake, agree on the consent page, or start the payment again.", Fault.Payer),
        ConsentStage s => s.Request.Because,
        SearchingOutgoingPayment s => InDoubt(s.Step),
        AskingReceiver s => InDoubt(s.Step),
        CreatingOutgoingPayment { Doubt: not null } s => InDoubt(s.Step),
        SettlementStage { Sight.Contradiction: { } contradiction } s => s.Contradicted(contradiction),
        // a period's payment that is tried again; that a quote ran out and another is asked for hinders nothing
        _ => at.Journal.Cancelled is { } cancelled ? Ending.Why(cancelled, Stage.Step)
            : _latest.OfType<Round>().FirstOrDefault(round => round.NotBefore is not null)?.Because,
    };

    private static Reason InDoubt(string step) => new(Flow.Reason.Codes.PaymentInDoubt, step,
        "The outgoing payment was sent for, and no answer says whether it was made. Both providers are asked.",
        "Wait: do not pay again before this is settled.", Fault.Network);

    private PaymentQuote? FirstQuote => Totals is { Count: 0 } ? _all.OfType<PaymentQuote>().LastOrDefault() : null;

    private Incoming? FirstIncoming => Totals is { Count: 0 } ? _all.OfType<Incoming>().LastOrDefault() : null;
}

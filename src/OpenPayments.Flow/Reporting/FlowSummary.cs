using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What anyone who knows of a flow may see of it: no token, no nonce, no interaction URL.</summary>
/// <param name="Status">Where it stands, roughly.</param>
/// <param name="Step">Where it stands, exactly: a name in kebab-case that stays the same between versions.</param>
/// <param name="Reason">Why it ended, or what stands in its way; null while all is well.</param>
/// <param name="Debit">What the sender is to pay, once it is known.</param>
/// <param name="Receive">What is to arrive, once it is known.</param>
/// <param name="Sent">What has left the sender, as far as it was seen.</param>
/// <param name="Received">What has arrived, as far as it was seen.</param>
/// <param name="QuoteExpiresAt">Until when the quote can be paid, where its server says so.</param>
/// <param name="OutgoingPayment">The outgoing payment's URL, once there is one.</param>
/// <param name="IncomingPayment">The incoming payment's URL, once there is one.</param>
/// <param name="NextAt">When the next payment is due; null where none waits for its time.</param>
/// <param name="Payments">How the payments ended that are over, in the order of the flow.</param>
public sealed record FlowSummary(
    FlowStatus Status, string Step, Reason? Reason, Amount? Debit, Amount? Receive, Amount? Sent, Amount? Received,
    DateTimeOffset? QuoteExpiresAt, Uri? OutgoingPayment, Uri? IncomingPayment, DateTimeOffset? NextAt, ValueList<Outcome> Payments)
{
    /// <summary>The summary of a state.</summary>
    public static FlowSummary Of(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Of(state.Order, state.Progress);
    }

    /// <summary>The name of the step that a progress stands at.</summary>
    public static string StepOf(Progress progress) => progress switch
    {
        Progress.Asking p => p.Stage.Step,
        Progress.Waiting p => p.Then.Stage.Step,
        Progress.Rotating p => p.Then.Stage.Step,
        Progress.Completed => "completed",
        Progress.Partial => "partial",
        Progress.Failed => "failed",
        Progress.Uncertain => "uncertain",
    };

    private static FlowSummary Of(Order order, Progress progress) => progress switch
    {
        Progress.Asking p => UnderWay(order, p),
        Progress.Waiting p => UnderWay(order, p.Then),
        Progress.Rotating p => UnderWay(order, p.Then),
        Progress.Completed p => Ended(FlowStatus.Completed, progress, null, p.Result),
        Progress.Partial p => Ended(FlowStatus.Partial, progress, p.Reason, p.Result),
        Progress.Failed p => Ended(FlowStatus.Failed, progress, p.Reason, p.Result),
        Progress.Uncertain p => Ended(FlowStatus.Uncertain, progress, p.Reason, p.Result),
    };

    private static FlowSummary UnderWay(Order order, Progress.Asking p)
    {
        var known = new Present(p);
        return new FlowSummary(
            known.Status, p.Stage.Step, known.Reason, known.Debit ?? order.Debits, known.Receive ?? order.Receives, known.Sent, null,
            known.Quote?.ExpiresAt, known.Made?.Id, known.Incoming?.Id, known.NextAt, known.Ended);
    }

    /// <summary>The amounts and addresses of a flow with one payment; of several, each has its own.</summary>
    private static FlowSummary Ended(FlowStatus status, Progress progress, Reason? reason, Result result)
    {
        var receipt = result.Payments is [var only] ? only.AnyReceipt : null;
        return new FlowSummary(
            status, StepOf(progress), reason, receipt?.Debit, receipt?.Receive, receipt?.Sent, receipt?.Received,
            null, receipt?.OutgoingPayment, receipt?.IncomingPayment, null, result.Payments);
    }
}

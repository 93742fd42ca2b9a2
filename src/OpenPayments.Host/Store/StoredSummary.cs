using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Host.Store;

/// <summary>
/// The part of a payment that is stored in plain text: the flow's summary, without the list of payments. Its members' names stand in
/// every row ever written.
/// </summary>
internal sealed record StoredSummary(
    FlowStatus Status, string Step, Reason? Reason, Amount? Debit, Amount? Receive, Amount? Sent, Amount? Received,
    DateTimeOffset? QuoteExpiresAt, Uri? OutgoingPayment, Uri? IncomingPayment)
{
    public static StoredSummary Of(FlowState state)
    {
        var summary = FlowSummary.Of(state);
        return new(
            summary.Status, summary.Step, summary.Reason, summary.Debit, summary.Receive, summary.Sent, summary.Received,
            summary.QuoteExpiresAt, summary.OutgoingPayment, summary.IncomingPayment);
    }
}

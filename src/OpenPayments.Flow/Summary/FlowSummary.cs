using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Flow.Values;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>What anyone who knows of a flow may see of it: no token, no nonce, no interaction URL.</summary>
/// <param name="Status">Where it stands, roughly.</param>
/// <param name="Step">Where it stands, exactly: a name in kebab-case that stays the same between versions.</param>
/// <param name="Reason">Why it ended, or what stands in its way; null while all is well.</param>
/// <param name="Debit">What the sender is to pay, once it is known.</param>
/// <param name="Receive">What is to arrive, once it is known.</param>
/// <param name="Sent">What has left the sender, as it was last seen.</param>
/// <param name="Received">What has arrived, as it was last seen.</param>
/// <param name="QuoteExpiresAt">Until when the quote can be paid, where its server says so.</param>
/// <param name="OutgoingPayment">The outgoing payment's URL, once there is one.</param>
/// <param name="IncomingPayment">The incoming payment's URL, once there is one.</param>
/// <param name="NextAt">When the next payment is due; null where none waits for its time.</param>
/// <param name="Payments">How the payments ended that are over, in the order of the flow; empty where there are <paramref name="Totals"/>.</param>
/// <param name="Totals">The payments of a recurring order, or of those ordered under a grant; the latest is told in it.</param>
/// <param name="Sender">Who pays, once it is known.</param>
/// <param name="Receiver">Who is paid, once it is known; of several, the latest.</param>
public sealed record FlowSummary(
    FlowStatus Status, string Step, Reason? Reason, Amount? Debit, Amount? Receive, Amount? Sent, Amount? Received,
    DateTimeOffset? QuoteExpiresAt, Uri? OutgoingPayment, Uri? IncomingPayment, DateTimeOffset? NextAt,
    ValueList<Outcome> Payments, Totals? Totals = null, Party? Sender = null, Party? Receiver = null)
{
    /// <summary>The summary of a state.</summary>
    public static FlowSummary Of(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Of(state.Order, state.Progress);
    }

    private static FlowSummary Of(Order order, Progress progress) => progress switch
    {
        Progress.Asking p => UnderWay(order, p),
        Progress.Waiting p => UnderWay(order, p.Then),
        // what follows is decided: an end is told before what is not used any more is given back
        Progress.Releasing p => Of(order, p.Next),
        Progress.Completed p => Ended(FlowStatus.Completed, null, p.Result),
        Progress.Partial p => Ended(FlowStatus.Partial, p.Reason, p.Result),
        Progress.Failed p => Ended(FlowStatus.Failed, p.Reason, p.Result),
        Progress.Uncertain p => Ended(FlowStatus.Uncertain, p.Reason, p.Result),
        Progress.Cancelled p => Ended(FlowStatus.Cancelled, p.Reason, p.Result),
    };

    private static FlowSummary UnderWay(Order order, Progress.Asking p)
    {
        var known = new CurrentPayment(p);
        return new FlowSummary(
            known.Status, p.Stage.Step, known.Reason, known.Debit ?? order.Debits, known.Receive ?? order.Receives, known.Sight.Sent, known.Sight.Received,
            known.Quote?.ExpiresAt, known.Outgoing?.Id, known.Incoming?.Id, known.NextAt, known.Ended, known.Totals, Party.Of(known.Sender), Party.Of(known.Receiver));
    }

    /// <summary>The amounts and addresses of a flow with one payment; of several, each has its own.</summary>
    private static FlowSummary Ended(FlowStatus status, Reason? reason, Result result)
    {
        var receipt = result.Payments is [var only] ? only.AnyReceipt : null;
        return new FlowSummary(
            status, FlowStatuses.NameOf(status), reason, receipt?.Debit, receipt?.Receive, receipt?.Sent, receipt?.Received,
            null, receipt?.OutgoingPayment, receipt?.IncomingPayment, null, result.Payments, result.Totals);
    }
}

/// <summary>Someone who pays or is paid.</summary>
/// <param name="WalletAddress">The wallet address, as its server writes it.</param>
/// <param name="PublicName">What its owner is called; null where the server does not say.</param>
/// <param name="OrderedAs">The address that was ordered, where it is another: it led to this one.</param>
public sealed record Party(Uri WalletAddress, string? PublicName, Uri? OrderedAs)
{
    internal static Party? Of(Wallet? wallet) => wallet is null ? null : new Party(wallet.Id, wallet.PublicName, wallet.AskedAs);
}

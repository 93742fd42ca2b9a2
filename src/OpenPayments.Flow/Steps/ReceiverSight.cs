using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>What the receiver's server shows of an incoming payment.</summary>
/// <param name="Received">What has arrived; null where it does not say, or speaks of another payment or asset.</param>
/// <param name="Closed">It takes no more.</param>
internal sealed record ReceiverSight(Amount? Received, bool Closed)
{
    private static readonly ReceiverSight Nothing = new(null, false);

    public static ReceiverSight Of(IncomingPaymentView view, Incoming incoming) => view.Match(
        incomingPaymentWithMethods: p => WhyNot(p, incoming) is null ? Of(p.ReceivedAmount, p.Completed == true, incoming) : Nothing,
        publicIncomingPayment: p => Of(p.ReceivedAmount, false, incoming),
        unknown: _ => Nothing);

    private static ReceiverSight Of(Amount? received, bool closed, Incoming incoming) =>
        received is null || Contradiction.Asset("receivedAmount", received, incoming.Receiver.AssetCode, incoming.Receiver.AssetScale) is not null
            ? Nothing
            : new ReceiverSight(received, closed);

    private static string? WhyNot(IncomingPaymentWithMethods p, Incoming incoming) => Contradiction.First(
        Contradiction.Url("id", p.Id, incoming.Id),
        Contradiction.Url("walletAddress", p.WalletAddress, incoming.Receiver.Id),
        incoming.Amount is null ? null : Contradiction.Amount("incomingAmount", p.IncomingAmount, incoming.Amount));
}

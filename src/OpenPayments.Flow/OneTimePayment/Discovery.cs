using OpenPayments.Generated;
using static OpenPayments.Flow.Payment;

namespace OpenPayments.Flow;

/// <summary>Guide step 1: what the two wallet addresses say.</summary>
internal static class Discovery
{
    public static Payment Sender(FindingSender s, WalletAddress wallet) => new FindingReceiver(s.Order, Learn(wallet));

    public static Payment Receiver(FindingReceiver s, WalletAddress wallet)
    {
        var (ordered, receiver) = (s.Order.IncomingAmount, Learn(wallet));
        if (ordered.AssetCode == receiver.AssetCode && ordered.AssetScale == receiver.AssetScale) return new GrantingIncoming(s.Order, s.Sender, receiver);
        return new Failed(new Reason(Reason.Codes.AssetMismatch, PaymentSummary.StepOf(s),
            $"The amount is in {ordered.AssetCode} at scale {ordered.AssetScale}; the receiver's wallet holds {receiver.AssetCode} at scale {receiver.AssetScale}.",
            "Give the amount in the receiver's asset, at its scale.", Fault.Order));
    }

    private static Wallet Learn(WalletAddress wallet) => new(wallet.Id, wallet.AuthServer, wallet.ResourceServer, wallet.AssetCode, wallet.AssetScale);
}

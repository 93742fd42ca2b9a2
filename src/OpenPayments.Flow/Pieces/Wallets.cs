using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Discover a wallet address: its asset, and where its two servers are (guide step 1).</summary>
public static class Wallets
{
    private const string SenderStep = "sender-wallet-address";
    private const string ReceiverStep = "receiver-wallet-address";

    /// <summary>Reads the wallet address of the one who pays.</summary>
    public static Plan<Wallet> ReadSender(Uri address) => new Piece<Wallet>(new Discovering(address, SenderStep));

    /// <summary>Reads the wallet address of one who is paid.</summary>
    public static Plan<Wallet> ReadReceiver(Uri address) => new Piece<Wallet>(new Discovering(address, ReceiverStep));

    /// <summary>Goes on only if the sender's wallet holds this amount's asset, at its scale.</summary>
    public static Plan<bool> SenderHolds(Wallet sender, Amount amount) => Holds(sender, amount, SenderStep);

    /// <summary>Goes on only if the receiver's wallet holds this amount's asset, at its scale.</summary>
    public static Plan<bool> ReceiverHolds(Wallet receiver, Amount amount) => Holds(receiver, amount, ReceiverStep);

    private static Plan<bool> Holds(Wallet wallet, Amount amount, string step) => Plan.Require(
        amount.AssetCode == wallet.AssetCode && amount.AssetScale == wallet.AssetScale,
        new Reason(Reason.Codes.AssetMismatch, step,
            $"The amount is in {amount.AssetCode} at scale {amount.AssetScale}; the wallet {wallet.Id} holds {wallet.AssetCode} at scale {wallet.AssetScale}.",
            "Give the amount in that wallet's asset, at its scale.", Fault.Order));
}

/// <summary>A wallet address is to be read.</summary>
public sealed record Discovering(Uri Address, string As) : Stage
{
    internal override string Step => As;

    internal override Step<Turn> Next() => Ask.Usually(this, new GetWalletAddress(Address), (wallet, _) => new Turn.Learnt(
        new Wallet(wallet.Id, wallet.AuthServer, wallet.ResourceServer, wallet.AssetCode, wallet.AssetScale)));
}

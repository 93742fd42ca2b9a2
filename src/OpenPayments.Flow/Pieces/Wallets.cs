using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary>Discover a wallet address: its asset, and where its two servers are (guide step 1).</summary>
public static class Wallets
{
    /// <summary>Reads the wallet address of the one who pays.</summary>
    public static Plan<Wallet> ReadSender(Uri address) => new Piece<Wallet>(new Discovering(address, "sender-wallet-address"));

    /// <summary>Reads the wallet address of one who is paid.</summary>
    public static Plan<Wallet> ReadReceiver(Uri address) => new Piece<Wallet>(new Discovering(address, "receiver-wallet-address"));

    /// <summary>The wallet, if amounts of this asset can be received or debited there; otherwise the plan ends.</summary>
    public static Plan<Wallet> Holding(Wallet wallet, Amount amount) => amount.AssetCode == wallet.AssetCode && amount.AssetScale == wallet.AssetScale
        ? Plan.Return(wallet)
        : Plan.Stop<Wallet>(new Reason(Reason.Codes.AssetMismatch, "wallet-address",
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

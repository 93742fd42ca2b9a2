using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;

namespace OpenPayments.Flow;

/// <summary>The guide "Verify the ownership of a wallet address": someone shows that it is theirs, and nothing is paid.</summary>
/// <param name="WalletAddress">The wallet address, absolute.</param>
/// <param name="FinishUri">Where the wallet returns the browser: unique to this order.</param>
public sealed record WalletOwnership(Uri WalletAddress, Uri FinishUri) : Order
{
    /// <inheritdoc />
    public override Plan<Result> ToPlan() =>
        from wallet in Wallets.ReadSender(WalletAddress)
        from identity in Consents.Identify(wallet, FinishUri) // the answer says who it is and carries no token
        select new Result([], Identity: identity.Address);

    internal override string Flow => "wallet-ownership";

    internal override OrderError? Check() => OrderRules.Wallet(nameof(WalletAddress), WalletAddress) ?? OrderRules.Finish(FinishUri);
}

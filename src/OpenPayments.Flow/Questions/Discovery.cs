using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow;

/// <summary><c>GET</c> of a wallet address: its asset, and where its two servers are.</summary>
/// <param name="Address">The wallet address itself.</param>
public sealed record GetWalletAddress(Uri Address) : Request<WalletAddress>
{
    internal override TOut Run<TState, TOut>(IInterpreter<TState, TOut> interpreter, Func<Answer<WalletAddress>, Either<Rejection, TState>> then) =>
        interpreter.GetWalletAddress(this, then);
}

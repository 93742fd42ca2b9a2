using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>The interpreter that <c>docs/flow.md</c> quotes: it knows some wallet addresses by heart, and stops at the first question about anything else.</summary>
public sealed class SampleInterpreter(IReadOnlyDictionary<Uri, WalletAddress> wallets, DateTimeOffset now) : UnansweredInterpreter
{
    public override Either<Rejection, FlowState> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, FlowState>> next) =>
        next(wallets.TryGetValue(ask.Address, out var wallet)
            ? new Answer<WalletAddress>.Body(wallet, now)
            : new Answer<WalletAddress>.Refused(new Refusal(404), now));

    public static Either<Rejection, FlowState> Begin(Order order, IInterpreter<FlowState, Either<Rejection, FlowState>> interpreter)
    {
        var state = Flows.Start(order).IfLeft(error => throw new ArgumentException(error.Why, error.Field));
        var turn = Flows.Next(state).Run(interpreter);
        return turn;
    }
}

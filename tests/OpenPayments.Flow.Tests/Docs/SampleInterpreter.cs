using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>The interpreter that <c>docs/flow.md</c> quotes: it knows some wallet addresses by heart, and stops at the first question about anything else.</summary>
public sealed class SampleInterpreter(IReadOnlyDictionary<Uri, WalletAddress> wallets, DateTimeOffset now) : UnansweredInterpreter
{
    public override Either<Rejection, Payment> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, Payment>> next) =>
        next(wallets.TryGetValue(ask.Address, out var wallet)
            ? new Answer<WalletAddress>.Body(wallet, now)
            : new Answer<WalletAddress>.Refused(new Refusal(404), now));

    public static Either<Rejection, Payment> Begin(PaymentOrder order, IInterpreter<Payment, Either<Rejection, Payment>> interpreter)
    {
        var payment = PaymentFlow.Start(order).IfLeft(error => throw new ArgumentException(error.Why, error.Field));
        var turn = PaymentFlow.Next(payment).Run(interpreter);
        return turn;
    }
}

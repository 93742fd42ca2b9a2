using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>Answers nothing: every question is refused before it is sent.</summary>
public abstract class UnansweredInterpreter : IInterpreter<Payment, Either<Rejection, Payment>>
{
    public abstract Either<Rejection, Payment> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, Payment>> next);

    public Either<Rejection, Payment> RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, Payment>> next) => Stop(next);

    public Either<Rejection, Payment> Done() => throw new InvalidOperationException("nothing is left to ask");

    private static Either<Rejection, Payment> Stop<T>(Func<Answer<T>, Either<Rejection, Payment>> next) =>
        next(new Answer<T>.Refused(new Refusal(0, Refusal.Codes.UrlRefused, "Not in this sample."), DateTimeOffset.UnixEpoch));
}

using LanguageExt;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>Answers nothing: every question is refused before it is sent.</summary>
public abstract class UnansweredInterpreter : IInterpreter<FlowState, Either<Rejection, FlowState>>
{
    public abstract Either<Rejection, FlowState> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, FlowState>> next);

    public Either<Rejection, FlowState> RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> DrawMark(DrawMark ask, Func<Answer<Mark>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, FlowState>> next) => Stop(next);

    public Either<Rejection, FlowState> Done() => throw new InvalidOperationException("nothing is left to ask");

    private static Either<Rejection, FlowState> Stop<T>(Func<Answer<T>, Either<Rejection, FlowState>> next) =>
        next(new Answer<T>.Refused(new Refusal(0, Refusal.Codes.UrlRefused, "Not in this sample."), DateTimeOffset.UnixEpoch));
}

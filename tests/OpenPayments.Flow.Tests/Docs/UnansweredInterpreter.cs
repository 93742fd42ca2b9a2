using OpenPayments.Generated;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>Answers nothing: every request is refused before it is sent.</summary>
public abstract class UnansweredInterpreter : IInterpreter<FlowState, FlowState>
{
    public abstract FlowState GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, FlowState> next);

    public FlowState RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, FlowState> next) => Refuse(next);

    public FlowState RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, FlowState> next) => Refuse(next);

    public FlowState RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, FlowState> next) => Refuse(next);

    public FlowState RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, FlowState> next) => Refuse(next);

    public FlowState CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, FlowState> next) => Refuse(next);

    public FlowState CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, FlowState> next) =>
        Refuse(next);

    public FlowState CreateQuote(CreateQuote ask, Func<Answer<Quote>, FlowState> next) => Refuse(next);

    public FlowState ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, FlowState> next) => Refuse(next);

    public FlowState CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, FlowState> next) =>
        Refuse(next);

    public FlowState ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, FlowState> next) =>
        Refuse(next);

    public FlowState GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, FlowState> next) => Refuse(next);

    public FlowState GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, FlowState> next) => Refuse(next);

    public FlowState GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, FlowState> next) => Refuse(next);

    public FlowState Draw(Func<Secret, DateTimeOffset, FlowState> next) =>
        throw new InvalidOperationException("nothing is drawn in this sample");

    public FlowState Wait(DateTimeOffset until, Func<DateTimeOffset, FlowState> next) =>
        throw new InvalidOperationException("nothing waits in this sample");

    public FlowState Await(Step<FlowState>.Await step) => throw new InvalidOperationException("nobody comes in this sample");

    public FlowState Done() => throw new InvalidOperationException("nothing is left to ask");

    private static FlowState Refuse<T>(Func<Answer<T>, FlowState> next) =>
        next(new Answer<T>.Refused(new Refusal(0, Refusal.Codes.UrlRefused, "Not in this sample."), DateTimeOffset.UnixEpoch));
}

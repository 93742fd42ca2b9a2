using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Client.Tests;

/// <summary>An interpreter with a fault of its own in every request.</summary>
internal sealed class BrokenInterpreter<TState> : IInterpreter<TState, Task<StepResult<TState>>>
{
    public Task<StepResult<TState>> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> CreateQuote(CreateQuote ask, Func<Answer<Quote>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> Draw(Func<Secret, DateTimeOffset, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> Wait(DateTimeOffset until, Func<DateTimeOffset, TState> next) => throw new InvalidCastException();
    public Task<StepResult<TState>> Await(Step<TState>.Await step) => throw new InvalidCastException();
    public Task<StepResult<TState>> Done() => Task.FromResult<StepResult<TState>>(new StepResult<TState>.Finished());
}

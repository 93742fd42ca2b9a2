using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// Answers a flow's questions over HTTP. It decides nothing about the payment: it adds what only it knows (the <c>client</c> member,
/// a signature, a nonce, the time) and hands back what came.
/// </summary>
/// <typeparam name="TState">The flow's states.</typeparam>
/// <param name="client">Sends.</param>
/// <param name="policy">Which URLs may be called.</param>
/// <param name="key">The key to introduce ourselves with under directed identity.</param>
/// <param name="options">Who we are.</param>
/// <param name="time">When an answer came.</param>
public sealed class HttpInterpreter<TState>(OpenPaymentsClient client, UrlPolicy policy, SigningKey key, IOptions<OpenPaymentsOptions> options, TimeProvider time)
    : IInterpreter<TState, Task<StepResult<TState>>>
{
    private const int RandomBytes = 24;

    private readonly Answering _answering = new(policy, time, options.Value);

    /// <inheritdoc />
    public async Task<StepResult<TState>> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, TState> next)
    {
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(next);
        return To(next(await _answering.AskFollowing(ask.Address, url => client.WalletAddresses.GetWalletAddressAsync(url)).ConfigureAwait(false)));
    }

    /// <inheritdoc />
    public Task<StepResult<TState>> RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, TState> next) =>
        Ask(ask.AuthServer, url => client.Grants.RequestGrantAsync(url, GrantBody.Of(ask, options.Value, key)), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, TState> next) =>
        Ask(ask.AuthServer, url => client.Grants.RequestGrantAsync(url, GrantBody.Of(ask, options.Value)), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, TState> next) =>
        Ask(ask.Manage, url => client.Grants.RotateTokenAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> RevokeToken(RevokeToken ask, Func<Answer<GivenBack>, TState> next) =>
        Delete(ask.Manage, url => client.Grants.RevokeTokenAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> CancelGrant(CancelGrant ask, Func<Answer<GivenBack>, TState> next) =>
        Delete(ask.Uri, url => client.Grants.CancelGrantAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, TState> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.CreateIncomingPayment),
            url => client.Resources.CreateIncomingPaymentAsync(url, ask.Token, ask.Body), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> CreateQuote(CreateQuote ask, Func<Answer<Quote>, TState> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.CreateQuote), url => client.Resources.CreateQuoteAsync(url, ask.Token, ask.Body), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, TState> next) =>
        Ask(ask.Uri, url => client.Grants.ContinueGrantAsync(url, ask.Token, new ContinueGrantRequest { InteractRef = ask.InteractRef }), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, TState> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.CreateOutgoingPayment),
            url => client.Resources.CreateOutgoingPaymentAsync(url, ask.Token, ask.Body), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, TState> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.ListOutgoingPayments),
            url => client.Resources.ListOutgoingPaymentsAsync(url, ask.Token, ask.WalletAddress.OriginalString, ask.Cursor, ask.First, null), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, TState> next) =>
        Ask(ask.Id, url => client.Resources.GetOutgoingPaymentAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, TState> next) =>
        Ask(ask.Id, url => client.Resources.GetIncomingPaymentAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, TState> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.GetOutgoingPaymentGrant),
            url => client.Resources.GetOutgoingPaymentGrantAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<StepResult<TState>> Draw(Func<Secret, DateTimeOffset, TState> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Task.FromResult(To(next(new Secret(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))), time.GetUtcNow())));
    }

    /// <inheritdoc />
    public Task<StepResult<TState>> Wait(DateTimeOffset until, Func<DateTimeOffset, TState> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var now = time.GetUtcNow();
        return Task.FromResult(now < until ? new StepResult<TState>.Sleeping(until) : To(next(now)));
    }

    /// <inheritdoc />
    public Task<StepResult<TState>> Await(Step<TState>.Await step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var now = time.GetUtcNow();
        return Task.FromResult(now < step.Until ? new StepResult<TState>.Paused(step.Redirect, step.Until) : To(step.TimedOut(now)));
    }

    /// <inheritdoc />
    public Task<StepResult<TState>> Done() => Task.FromResult<StepResult<TState>>(new StepResult<TState>.Finished());

    private async Task<StepResult<TState>> Ask<T>(Uri url, Func<Uri, Task<ApiResult<T>>> call, Func<Answer<T>, TState> next) =>
        To(next(await _answering.Ask(url, call).ConfigureAwait(false)));

    private async Task<StepResult<TState>> Delete(Uri url, Func<Uri, Task<ApiResult<NoContent>>> call, Func<Answer<GivenBack>, TState> next) =>
        To(next((await _answering.Ask(url, call).ConfigureAwait(false)).Match<Answer<GivenBack>>(
            body => new Answer<GivenBack>.Body(new GivenBack(), body.At),
            refused => new Answer<GivenBack>.Refused(refused.Refusal, refused.At),
            lost => new Answer<GivenBack>.Lost(lost.Why, lost.At))));

    private static StepResult<TState> To(TState state) => new StepResult<TState>.To(state);
}

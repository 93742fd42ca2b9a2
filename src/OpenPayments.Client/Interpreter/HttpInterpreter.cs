using System.Buffers.Text;
using System.Security.Cryptography;
using LanguageExt;
using Microsoft.Extensions.Options;
using OpenPayments.Flow;
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
    : IInterpreter<TState, Task<Move<TState>>>
{
    private const int RandomBytes = 24;

    private readonly Answering _answering = new(policy, time, options.Value.RequestTimeout);

    /// <inheritdoc />
    public Task<Move<TState>> GetWalletAddress(GetWalletAddress ask, Func<Answer<WalletAddress>, Either<Rejection, TState>> next) =>
        Ask(ask.Address, url => client.WalletAddresses.GetWalletAddressAsync(url), next);

    /// <inheritdoc />
    public Task<Move<TState>> RequestGrant(RequestGrant ask, Func<Answer<GrantResponse>, Either<Rejection, TState>> next) =>
        Ask(ask.AuthServer, url => client.Grants.RequestGrantAsync(url, GrantBody.Of(ask, options.Value, key)), next);

    /// <inheritdoc />
    public Task<Move<TState>> RequestSubject(RequestSubject ask, Func<Answer<GrantResponse>, Either<Rejection, TState>> next) =>
        Ask(ask.AuthServer, url => client.Grants.RequestGrantAsync(url, GrantBody.Of(ask, options.Value)), next);

    /// <inheritdoc />
    public Task<Move<TState>> RotateToken(RotateToken ask, Func<Answer<RotateTokenResponse>, Either<Rejection, TState>> next) =>
        Ask(ask.Manage, url => client.Grants.RotateTokenAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<Move<TState>> CreateIncomingPayment(CreateIncomingPayment ask, Func<Answer<IncomingPaymentWithMethods>, Either<Rejection, TState>> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.CreateIncomingPayment), url => client.Resources.CreateIncomingPaymentAsync(url, ask.Token, ask.Body), next);

    /// <inheritdoc />
    public Task<Move<TState>> CreateQuote(CreateQuote ask, Func<Answer<Quote>, Either<Rejection, TState>> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.CreateQuote), url => client.Resources.CreateQuoteAsync(url, ask.Token, ask.Body), next);

    /// <inheritdoc />
    public Task<Move<TState>> DrawNonce(DrawNonce ask, Func<Answer<Secret>, Either<Rejection, TState>> next) =>
        Given(new Secret(RandomText()), next);

    /// <inheritdoc />
    public Task<Move<TState>> DrawMark(DrawMark ask, Func<Answer<Mark>, Either<Rejection, TState>> next) =>
        Given(new Mark(RandomText()), next);

    /// <inheritdoc />
    public Task<Move<TState>> AwaitInteraction(AwaitInteraction ask, Func<Answer<InteractionResult>, Either<Rejection, TState>> next) =>
        time.GetUtcNow() < ask.Until ? Task.FromResult<Move<TState>>(new Move<TState>.Paused(ask.Redirect, ask.Until)) : Given<InteractionResult>(new InteractionResult.NoReturn(), next);

    /// <inheritdoc />
    public Task<Move<TState>> ContinueGrant(ContinueGrant ask, Func<Answer<ContinueGrantResponse>, Either<Rejection, TState>> next) =>
        Ask(ask.Uri, url => client.Grants.ContinueGrantAsync(url, ask.Token, new ContinueGrantRequest { InteractRef = ask.InteractRef }), next);

    /// <inheritdoc />
    public Task<Move<TState>> CreateOutgoingPayment(CreateOutgoingPayment ask, Func<Answer<OutgoingPaymentWithSpentAmounts>, Either<Rejection, TState>> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.CreateOutgoingPayment), url => client.Resources.CreateOutgoingPaymentAsync(url, ask.Token, ask.Body), next);

    /// <inheritdoc />
    public Task<Move<TState>> ListOutgoingPayments(ListOutgoingPayments ask, Func<Answer<ListOutgoingPaymentsResponse>, Either<Rejection, TState>> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.ListOutgoingPayments), url => client.Resources.ListOutgoingPaymentsAsync(url, ask.Token, ask.WalletAddress.OriginalString, ask.Cursor, null, null), next);

    /// <inheritdoc />
    public Task<Move<TState>> GetOutgoingPayment(GetOutgoingPayment ask, Func<Answer<OutgoingPayment>, Either<Rejection, TState>> next) =>
        Ask(ask.Id, url => client.Resources.GetOutgoingPaymentAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<Move<TState>> GetIncomingPayment(GetIncomingPayment ask, Func<Answer<IncomingPaymentView>, Either<Rejection, TState>> next) =>
        Ask(ask.Id, url => client.Resources.GetIncomingPaymentAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<Move<TState>> GetSpentAmounts(GetSpentAmounts ask, Func<Answer<GetOutgoingPaymentGrantResponse>, Either<Rejection, TState>> next) =>
        Ask(ServerUrl.Append(ask.ResourceServer, ResourceServerRoutes.GetOutgoingPaymentGrant), url => client.Resources.GetOutgoingPaymentGrantAsync(url, ask.Token), next);

    /// <inheritdoc />
    public Task<Move<TState>> Wait(Wait ask, Func<Answer<Elapsed>, Either<Rejection, TState>> next) =>
        time.GetUtcNow() < ask.Until ? Task.FromResult<Move<TState>>(new Move<TState>.Sleeping(ask.Until)) : Given(new Elapsed(), next);

    /// <inheritdoc />
    public Task<Move<TState>> Done() => Task.FromResult<Move<TState>>(new Move<TState>.Finished());

    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    private async Task<Move<TState>> Ask<T>(Uri url, Func<Uri, Task<ApiResult<T>>> call, Func<Answer<T>, Either<Rejection, TState>> next) =>
        Next(await _answering.Ask(url, call).ConfigureAwait(false), next);

    private Task<Move<TState>> Given<T>(T value, Func<Answer<T>, Either<Rejection, TState>> next) =>
        Task.FromResult(Next(new Answer<T>.Body(value, time.GetUtcNow()), next));

    private static Move<TState> Next<T>(Answer<T> answer, Func<Answer<T>, Either<Rejection, TState>> next) =>
        next(answer).Match<Move<TState>>(Right: state => new Move<TState>.To(state), Left: rejection => new Move<TState>.Rejected(rejection));
}

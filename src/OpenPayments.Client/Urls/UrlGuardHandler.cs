namespace OpenPayments.Client;

/// <summary>Lets only requests through whose URL may be called.</summary>
/// <param name="policy">Decides.</param>
internal sealed class UrlGuardHandler(UrlPolicy policy) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        policy.Refuse(request.RequestUri!) is { } reason ? throw new UrlRefusedException(reason) : base.SendAsync(request, cancellationToken);
}

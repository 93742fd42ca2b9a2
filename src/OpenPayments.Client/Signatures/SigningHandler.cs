using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// Signs what passes, where the protocol wants a signature: requests that carry a token or a body. The public reads (a wallet
/// address, its keys, the public part of an incoming payment) carry neither and go unsigned.
/// </summary>
/// <param name="signer">Signs.</param>
public sealed class SigningHandler(MessageSigner signer) : DelegatingHandler
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Content is not null || request.Headers.NonValidated.Contains("Authorization"))
            signer.Sign(request, await BytesOf(request.Content, cancellationToken).ConfigureAwait(false));
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<ReadOnlyMemory<byte>> BytesOf(HttpContent? content, CancellationToken cancellationToken) => content switch
    {
        null => default,
        JsonBody json => json.Bytes,
        _ => await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
    };
}

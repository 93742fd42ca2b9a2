using OpenPayments.Flow;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>The body of a grant request: what the flow asks for, and who asks (RFC 9635 section 2.3).</summary>
internal static class GrantBody
{
    public static GrantRequest Of(RequestGrant ask, OpenPaymentsOptions options, SigningKey key) => new GrantRequest.WithAccessToken
    {
        AccessToken = new GrantRequestAccessToken { Access = [ask.Access] },
        Client = Client(ask, options, key),
        Interact = ask.Interact,
    };

    // a person who is asked to consent has a right to know who asks: the key alone will not do there
    private static ClientInstance Client(RequestGrant ask, OpenPaymentsOptions options, SigningKey key) => options.DirectedIdentity && ask.Interact is null
        ? new ClientInstance.WithJwk { Jwk = key.PublicJwk() }
        : new ClientInstance.WithWalletAddress { WalletAddress = options.ClientWalletAddress! };
}

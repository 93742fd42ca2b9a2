using OpenPayments.Flow.Steps;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>The body of a grant request: what the flow asks for, and who asks (RFC 9635 section 2.3).</summary>
internal static class GrantBody
{
    public static GrantRequest Of(RequestGrant ask, OpenPaymentsOptions options, SigningKey key) => new GrantRequest.WithAccessToken
    {
        AccessToken = new GrantRequestAccessToken { Access = [ask.Access] },
        Client = options.DirectedIdentity && ask.Interact is null ? new ClientInstance.WithJwk { Jwk = key.PublicJwk() } : Known(options),
        Interact = ask.Interact,
    };

    public static GrantRequest Of(RequestSubject ask, OpenPaymentsOptions options) => new GrantRequest.WithSubject
    {
        Subject = ask.Subject,
        Client = Known(options),
        Interact = ask.Interact,
    };

    // a person who is asked to consent has a right to know who asks: the key alone will not do there
    private static ClientInstance.WithWalletAddress Known(OpenPaymentsOptions options) => new() { WalletAddress = options.ClientWalletAddress! };
}

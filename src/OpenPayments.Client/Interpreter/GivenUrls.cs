using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// The URLs in an answer that later questions go to. They are checked as soon as they are given, so that no wallet is asked for
/// anything in a payment that could not go on. Not those of an answer that says what cannot be undone: a payment was made and a token
/// rotated whatever is wrong with their URLs, which are checked when they are called.
/// </summary>
internal static class GivenUrls
{
    public static IEnumerable<GivenUrl> In<T>(T body) => body switch
    {
        WalletAddress wallet => [new("authServer", wallet.AuthServer), new("resourceServer", wallet.ResourceServer)],
        GrantResponse.InteractionRequired grant => [new("continue.uri", grant.Continue.Uri)],
        GrantResponse.Granted grant => [Manage(grant.AccessToken)],
        ContinueGrantResponse { AccessToken: { } token } => [Manage(token)],
        ContinueGrantResponse { Subject: null } pending => [new("continue.uri", pending.Continue.Uri)],
        IncomingPaymentWithMethods payment => [new("id", payment.Id)],
        _ => [],
    };

    private static GivenUrl Manage(AccessToken token) => new("access_token.manage", token.Manage);
}

/// <summary>A URL, and the member that it stands in.</summary>
internal readonly record struct GivenUrl(string Member, Uri Url);

using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// The URLs in an answer that later questions go to. They are checked as soon as they are given, so that no wallet is asked for
/// anything in a payment that could not go on.
/// </summary>
internal static class GivenUrls
{
    public static IEnumerable<GivenUrl> In<T>(T body) => body switch
    {
        WalletAddress wallet => [new("authServer", wallet.AuthServer), new("resourceServer", wallet.ResourceServer)],
        GrantResponse.InteractionRequired grant => [new("continue.uri", grant.Continue.Uri)],
        _ => [],
    };
}

/// <summary>A URL, and the member that it stands in.</summary>
internal readonly record struct GivenUrl(string Member, Uri Url);

using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Grants;

/// <summary>Who asked for a grant, and with which key: the key that must sign everything done under it.</summary>
/// <param name="WalletAddress">Null for directed identity, where the client shows only its key.</param>
/// <param name="Name">What the consent page calls it.</param>
internal sealed record Client(Uri? WalletAddress, string Name, JsonWebKey Key)
{
    /// <summary>Two grants belong to the same client when this is equal: what one made, the other may read.</summary>
    public string Identity => WalletAddress is { } address ? UrlIdentity.Of(address) : Key.X;
}

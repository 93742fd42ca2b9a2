using OpenPayments.Generated;

namespace OpenPayments.Flow.Plans;

/// <summary>An access token (RFC 9635 section 3.2.1).</summary>
/// <param name="Value">What each request carries.</param>
/// <param name="Manage">Where it is rotated and revoked (RFC 9635 section 6), as it was given.</param>
public sealed record Token(Secret Value, Uri Manage)
{
    /// <summary>This one, or the one that replaced it.</summary>
    internal Token Renew(Token old, Token fresh) => this == old ? fresh : this;
}

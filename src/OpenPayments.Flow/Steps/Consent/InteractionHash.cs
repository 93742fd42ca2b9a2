using System.Security.Cryptography;
using System.Text;
using OpenPayments.Generated;

namespace OpenPayments.Flow.Steps;

/// <summary>
/// The hash that proves who sent the payer back (RFC 9635 section 4.2.3): SHA-256 over
/// <c>client nonce \n server nonce \n interact_ref \n grant endpoint</c>, ASCII, no newline at the end.
/// </summary>
public static class InteractionHash
{
    /// <summary>
    /// Whether <paramref name="hash"/> is the hash of this interaction. Servers differ in two ways that prove nothing, so both are
    /// accepted: the encoding (standard or URL-safe base64, padded or not, a <c>+</c> that a query turned into a space), and a slash
    /// at the end of the grant endpoint. The 32 bytes are compared in constant time.
    /// </summary>
    /// <param name="hash">As decoded from the query.</param>
    /// <param name="clientNonce">The nonce sent in <c>interact.finish.nonce</c>.</param>
    /// <param name="serverNonce">The <c>interact.finish</c> of the response.</param>
    /// <param name="interactRef">The <c>interact_ref</c> that came with the hash.</param>
    /// <param name="grantEndpoint">The authorization server, as the grant was requested there.</param>
    public static bool Fits(string hash, Secret clientNonce, Secret serverNonce, Secret interactRef, Uri grantEndpoint)
    {
        ArgumentNullException.ThrowIfNull(grantEndpoint);
        if (Decode(hash) is not { Length: SHA256.HashSizeInBytes } claimed) return false;
        var endpoint = grantEndpoint.OriginalString.TrimEnd('/');
        return Matches(claimed, endpoint) | Matches(claimed, endpoint + "/");

        bool Matches(byte[] claim, string at) => CryptographicOperations.FixedTimeEquals(claim, Of(clientNonce, serverNonce, interactRef, at));
    }

    /// <summary>The 32 bytes of the hash, for servers.</summary>
    public static byte[] Of(Secret clientNonce, Secret serverNonce, Secret interactRef, string grantEndpoint)
    {
        ArgumentNullException.ThrowIfNull(clientNonce);
        ArgumentNullException.ThrowIfNull(serverNonce);
        ArgumentNullException.ThrowIfNull(interactRef);
        return SHA256.HashData(Encoding.ASCII.GetBytes($"{clientNonce.Reveal()}\n{serverNonce.Reveal()}\n{interactRef.Reveal()}\n{grantEndpoint}"));
    }

    private static byte[]? Decode(string? hash)
    {
        if (hash is null || hash.Length > 64) return null;
        var text = hash.TrimEnd('=').Replace(' ', '+').Replace('-', '+').Replace('_', '/');
        var bytes = new byte[SHA256.HashSizeInBytes + 2];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : null;
    }
}

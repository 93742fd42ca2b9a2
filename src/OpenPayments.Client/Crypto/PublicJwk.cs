using System.Buffers.Text;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>A published key (RFC 8037): what its members say it is, and its 32 bytes. Whoever publishes it may write anything.</summary>
internal static class PublicJwk
{
    // 32 bytes in base64url without padding (RFC 7515 section 2)
    private const int Base64Length = 43;

    /// <summary>Null where the key was read, else a sentence that says why no signature can be checked with it.</summary>
    /// <param name="jwk">As published.</param>
    /// <param name="publicKey">Takes the 32 bytes.</param>
    public static string? Read(JsonWebKey jwk, Span<byte> publicKey)
    {
        if (jwk.Kty != JsonWebKeyKty.OKP) return "The published key's kty is not OKP.";
        if (jwk.Crv != JsonWebKeyCrv.Ed25519) return "The published key's crv is not Ed25519.";
        if (jwk.Alg != JsonWebKeyAlg.EdDSA) return "The published key's alg is not EdDSA.";
        if (jwk.Use is { } use && use != JsonWebKeyUse.Sig) return "The published key's use is not sig: it is not for signatures.";
        return IsBase64(jwk.X) && Base64Url.TryDecodeFromChars(jwk.X, publicKey, out _) ? null : "The published key is not 32 bytes in base64url.";
    }

    // the last of the 43 characters carries two bits of nothing: only zeros, or one key has four spellings
    private static bool IsBase64(string? x) => x is { Length: Base64Length }
        && x.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && "AEIMQUYcgkosw048".Contains(x[^1], StringComparison.Ordinal);
}

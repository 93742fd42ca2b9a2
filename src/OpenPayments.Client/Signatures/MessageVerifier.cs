using System.Text;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// Checks the signature of a request (RFC 9421) against what GNAP demands of one (RFC 9635 section 7.3.1): method, target URI, the
/// token and the body are covered, the body fits its digest, and the signature is recent. Exactly one signature is expected.
/// </summary>
public static class MessageVerifier
{
    /// <summary>Checks one request.</summary>
    /// <param name="message">The request.</param>
    /// <param name="policy">How old it may be.</param>
    /// <param name="keys">The published key of a <c>keyid</c>, or null: from the <c>jwks.json</c> of the client that the request names.</param>
    /// <param name="now">The time of the check.</param>
    public static Verification Verify(SignedMessage message, VerificationPolicy policy, Func<string, JsonWebKey?> keys, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(keys);

        if (ClaimedSignature.Read(message.Value("signature-input"), message.Value("signature"), out var malformed) is not { } claim) return Invalid(malformed);
        return Why(message, policy, claim, now) ?? Check(message, claim, keys(claim.KeyId));
    }

    /// <summary>The <c>keyid</c> that a request claims to be signed with, unchecked, to find its key by; null where it claims none.</summary>
    public static string? ClaimedKeyId(SignedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ClaimedSignature.Read(message.Value("signature-input"), message.Value("signature"), out _)?.KeyId;
    }

    private static Verification.Invalid? Why(SignedMessage message, VerificationPolicy policy, ClaimedSignature claim, DateTimeOffset now)
    {
        if (now - claim.Created > policy.MaxAge) return Invalid($"The signature was created more than {policy.MaxAge} ago.");
        if (claim.Created - now > policy.MaxSkew) return Invalid("The signature was created in the future.");
        if (claim.Expires <= now) return Invalid("The signature has expired.");
        foreach (var needed in Needed(message))
            if (!claim.Covers(needed)) return Invalid($"The signature does not cover {needed}.");

        var digest = message.Value("content-digest");
        if (!message.Body.IsEmpty && digest is null) return Invalid("The body has no Content-Digest.");
        if (digest is not null && !ContentDigest.Matches(digest, message.Body)) return Invalid("The Content-Digest does not fit the body.");
        return null;
    }

    private static IEnumerable<string> Needed(SignedMessage message)
    {
        yield return "@method";
        yield return "@target-uri";
        if (message.Value("authorization") is not null) yield return "authorization";
        if (!message.Body.IsEmpty) yield return "content-digest";
    }

    private static Verification Check(SignedMessage message, ClaimedSignature claim, JsonWebKey? key)
    {
        if (key is null) return Invalid("No published key has the signature's keyid.");
        if (key.Kid != claim.KeyId) return Invalid("The key found is not the one that the signature names.");
        Span<byte> publicKey = stackalloc byte[Ed25519.PublicKeySize];
        if (PublicJwk.Read(key, publicKey) is { } fault) return Invalid(fault);
        if (SignatureBase.Of(message, claim, out var missing) is not { } text) return Invalid(missing);
        return Ed25519.Verify(publicKey, Encoding.ASCII.GetBytes(text), claim.Signature)
            ? new Verification.Valid(claim.KeyId)
            : Invalid("The signature does not fit the message and the key.");
    }

    private static Verification.Invalid Invalid(string why) => new(why);
}

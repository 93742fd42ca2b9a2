using System.Buffers.Text;
using System.Security.Cryptography;
using OpenPayments.Generated;

namespace OpenPayments.Client;

/// <summary>
/// The private key that a client signs its requests with (Ed25519, RFC 8032), and the name it is published under. Its public half
/// stands in <c>jwks.json</c> of the client's wallet address. Prints as its name alone; disposing of it erases it from memory.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private readonly Ed25519 _key;

    private SigningKey(Ed25519 key, string keyId) => (_key, KeyId) = (key, keyId);

    /// <summary>The <c>kid</c> of the published key and the <c>keyid</c> of every signature.</summary>
    public string KeyId { get; }

    /// <summary>Makes a new key from the system's random numbers.</summary>
    /// <param name="keyId">Printable ASCII, not empty: it travels in a header (RFC 8941 section 3.3.3).</param>
    public static SigningKey Generate(string keyId)
    {
        Span<byte> seed = stackalloc byte[Ed25519.SeedSize];
        RandomNumberGenerator.Fill(seed);
        return FromSeed(seed, keyId);
    }

    /// <summary>Loads a private key.</summary>
    /// <param name="pem">PKCS#8 (RFC 8410) between <c>-----BEGIN PRIVATE KEY-----</c> and its end; not encrypted.</param>
    /// <param name="keyId">Printable ASCII, not empty.</param>
    /// <exception cref="FormatException">It is not that; the message says what it is, without any of it.</exception>
    public static SigningKey FromPem(string pem, string keyId)
    {
        ArgumentNullException.ThrowIfNull(pem);
        Span<byte> seed = stackalloc byte[Ed25519.SeedSize];
        Pkcs8.ReadSeed(pem, seed);
        return FromSeed(seed, keyId);
    }

    /// <summary>Loads a private key from its raw seed.</summary>
    /// <param name="base64">The 32 bytes of RFC 8032 section 5.1.5, in base64 or base64url, padded or not.</param>
    /// <param name="keyId">Printable ASCII, not empty.</param>
    /// <exception cref="FormatException">It is not base64, or not of 32 bytes.</exception>
    public static SigningKey FromSeed(string base64, string keyId)
    {
        ArgumentNullException.ThrowIfNull(base64);
        Span<byte> seed = stackalloc byte[Ed25519.SeedSize];
        var text = base64.Trim().TrimEnd('=').Replace('+', '-').Replace('/', '_');
        if (!Base64Url.IsValid(text, out var length) || length != seed.Length || !Base64Url.TryDecodeFromChars(text, seed, out _))
            throw new FormatException("The seed is not base64 of exactly 32 bytes. (The base64 of a whole PEM file is not a seed: decode it and load the PEM.)");
        return FromSeed(seed, keyId);
    }

    /// <summary>The private key as PKCS#8 in PEM: whoever reads it can sign as this client.</summary>
    public string ToPem()
    {
        Span<byte> seed = stackalloc byte[Ed25519.SeedSize];
        _key.CopySeed(seed);
        var pem = Pkcs8.Write(seed);
        CryptographicOperations.ZeroMemory(seed);
        return pem;
    }

    /// <summary>The public key as servers look for it (RFC 8037).</summary>
    public JsonWebKey PublicJwk() => new()
    {
        Kid = KeyId,
        Alg = JsonWebKeyAlg.EdDSA,
        Use = JsonWebKeyUse.Sig,
        Kty = JsonWebKeyKty.OKP,
        Crv = JsonWebKeyCrv.Ed25519,
        X = Base64Url.EncodeToString(_key.PublicKey),
    };

    /// <summary>What <c>jwks.json</c> holds for a client with this one key.</summary>
    public JsonWebKeySet PublicJwks() => new() { Keys = [PublicJwk()] };

    /// <summary>Signs bytes as they are (RFC 8032 section 5.1.6).</summary>
    internal void Sign(ReadOnlySpan<byte> message, Span<byte> signature) => _key.Sign(message, signature);

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <summary>The name, never the key.</summary>
    public override string ToString() => $"SigningKey {KeyId}";

    private static SigningKey FromSeed(Span<byte> seed, string keyId)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyId);
        if (!Ascii.IsPrintable(keyId)) throw new ArgumentException("A key id may hold printable ASCII only: it travels in the Signature-Input header.", nameof(keyId));
        var key = Ed25519.FromSeed(seed);
        CryptographicOperations.ZeroMemory(seed);
        return new SigningKey(key, keyId);
    }
}

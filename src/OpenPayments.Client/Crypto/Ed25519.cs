using NSec.Cryptography;

namespace OpenPayments.Client;

/// <summary>Ed25519 (RFC 8032, pure: no pre-hash) from NSec, which brings libsodium for each system.</summary>
internal sealed class Ed25519 : IDisposable
{
    public const int SeedSize = 32;
    public const int PublicKeySize = 32;
    public const int SignatureSize = 64;

    private readonly Key _key;
    private readonly byte[] _publicKey;

    private Ed25519(Key key)
    {
        _key = key;
        _publicKey = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    public static Ed25519 FromSeed(ReadOnlySpan<byte> seed) => new(Key.Import(
        SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey,
        new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }));

    public ReadOnlySpan<byte> PublicKey => _publicKey;

    public void CopySeed(Span<byte> seed) => _ = _key.TryExport(KeyBlobFormat.RawPrivateKey, seed, out _);

    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature) =>
        SignatureAlgorithm.Ed25519.Sign(_key, message, signature[..SignatureSize]);

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) =>
        NSec.Cryptography.PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var key)
        && signature.Length == SignatureSize
        && SignatureAlgorithm.Ed25519.Verify(key!, message, signature);

    public void Dispose() => _key.Dispose();
}

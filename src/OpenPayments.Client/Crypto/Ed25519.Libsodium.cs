using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace OpenPayments.Client;

/// <summary>Ed25519 (RFC 8032, pure: no pre-hash) from libsodium. <c>Ed25519.NSec.cs</c> is the same from NSec.</summary>
internal sealed partial class Ed25519 : IDisposable
{
    public const int SeedSize = 32;
    public const int PublicKeySize = 32;
    public const int SignatureSize = 64;

    private const string Library = "libsodium";

    // pinned, so that the collector never leaves a copy behind; libsodium's layout: seed, then public key
    private readonly byte[] _secret = GC.AllocateArray<byte>(SeedSize + PublicKeySize, pinned: true);
    private bool _disposed;

    static Ed25519() => NativeLibrary.SetDllImportResolver(typeof(Ed25519).Assembly, Load);

    private Ed25519() { }

    public static Ed25519 FromSeed(ReadOnlySpan<byte> seed)
    {
        Initialise();
        var key = new Ed25519();
        Span<byte> publicKey = stackalloc byte[PublicKeySize];
        _ = crypto_sign_seed_keypair(publicKey, key._secret, seed);
        return key;
    }

    public ReadOnlySpan<byte> PublicKey => Secret.AsSpan(SeedSize);

    public void CopySeed(Span<byte> seed) => Secret.AsSpan(0, SeedSize).CopyTo(seed);

    public void Sign(ReadOnlySpan<byte> message, Span<byte> signature) =>
        _ = crypto_sign_detached(signature[..SignatureSize], 0, message, (ulong)message.Length, Secret);

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        Initialise();
        return publicKey.Length == PublicKeySize && signature.Length == SignatureSize
            && crypto_sign_verify_detached(signature, message, (ulong)message.Length, publicKey) == 0;
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_secret);
    }

    private byte[] Secret
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _secret;
        }
    }

    private static void Initialise()
    {
        if (sodium_init() < 0) throw new CryptographicException("libsodium could not be initialised.");
    }

    // Debian's package for programs carries only the versioned name, other systems only the plain one
    private static nint Load(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        foreach (var candidate in (ReadOnlySpan<string>)["libsodium.so.23", "libsodium.so.26", "libsodium", "sodium"])
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle)) return handle;
        throw new DllNotFoundException(
            "Ed25519 needs libsodium, which is not on this system: install libsodium23 (Debian, Ubuntu) or libsodium (Alpine, Fedora, Homebrew), or put libsodium.dll beside the program (Windows).");
    }

    [LibraryImport(Library)]
    private static partial int sodium_init();

    [LibraryImport(Library)]
    private static partial int crypto_sign_seed_keypair(Span<byte> publicKey, Span<byte> secretKey, ReadOnlySpan<byte> seed);

    [LibraryImport(Library)]
    private static partial int crypto_sign_detached(Span<byte> signature, nint signatureLength, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> secretKey);

    [LibraryImport(Library)]
    private static partial int crypto_sign_verify_detached(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> message, ulong messageLength, ReadOnlySpan<byte> publicKey);
}

using System.Security.Cryptography;

namespace OpenPayments.Client;

/// <summary>The <c>Content-Digest</c> header (RFC 9530): a digest of the body exactly as it travels.</summary>
public static class ContentDigest
{
    private const string Prefix = "sha-512=:";

    // 64 bytes in base64
    private const int Base64Length = 88;

    /// <summary>The header's value for a body: <c>sha-512=:…:</c>.</summary>
    public static string Sha512(ReadOnlyMemory<byte> body)
    {
        Span<char> value = stackalloc char[Prefix.Length + Base64Length + 1];
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        _ = SHA512.HashData(body.Span, hash);
        Prefix.CopyTo(value);
        _ = Convert.TryToBase64Chars(hash, value[Prefix.Length..], out _);
        value[^1] = ':';
        return new string(value);
    }

    /// <summary>
    /// Whether a header's value fits a body. Every digest in it that is known (<c>sha-512</c>, <c>sha-256</c>) must fit, at least one
    /// must be there, and digests of other algorithms are passed over (RFC 9530 section 2).
    /// </summary>
    /// <param name="header">The value; the values of several header lines joined with commas.</param>
    /// <param name="body">The body as received.</param>
    public static bool Matches(string header, ReadOnlyMemory<byte> body)
    {
        if (StructuredFieldParser.Dictionary(header) is not { } digests) return false;
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        var known = false;
        foreach (var (algorithm, member) in digests)
        {
            int length;
            if (algorithm == "sha-512") length = SHA512.HashData(body.Span, hash);
            else if (algorithm == "sha-256") length = SHA256.HashData(body.Span, hash);
            else continue;
            if (member is not StructuredMember.Item { Value: StructuredValue.Bytes digest }) return false;
            if (!CryptographicOperations.FixedTimeEquals(digest.Data, hash[..length])) return false;
            known = true;
        }
        return known;
    }
}

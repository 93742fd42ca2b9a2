using System.Formats.Asn1;
using System.Security.Cryptography;

namespace OpenPayments.Client;

/// <summary>An Ed25519 private key in PKCS#8 (RFC 5958 with the algorithm and the nested octet string of RFC 8410 section 7).</summary>
internal static class Pkcs8
{
    private const string Label = "PRIVATE KEY";
    private const string Ed25519Oid = "1.3.101.112";

    public static void ReadSeed(string pem, Span<byte> seed)
    {
        if (!PemEncoding.TryFind(pem, out var fields)) throw new FormatException("This is not PEM: no -----BEGIN PRIVATE KEY----- and its end were found.");
        var label = pem[fields.Label];
        if (label != Label) throw new FormatException($"The PEM holds \"{label}\", but an unencrypted \"{Label}\" (PKCS#8) is needed.");
        var der = new byte[fields.DecodedDataLength];
        try
        {
            _ = Convert.TryFromBase64Chars(pem.AsSpan()[fields.Base64Data], der, out _);
            ReadSeed(der, seed);
        }
        catch (AsnContentException e)
        {
            throw new FormatException("The PEM is not a well-formed PKCS#8 private key.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(der);
        }
    }

    public static string Write(ReadOnlySpan<byte> seed)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            using (writer.PushSequence()) writer.WriteObjectIdentifier(Ed25519Oid);
            using (writer.PushOctetString()) writer.WriteOctetString(seed);
        }
        var der = writer.Encode();
        writer.Reset();
        var pem = PemEncoding.WriteString(Label, der);
        CryptographicOperations.ZeroMemory(der);
        return pem + "\n";
    }

    private static void ReadSeed(ReadOnlyMemory<byte> der, Span<byte> seed)
    {
        var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        _ = key.ReadInteger(); // 0, or 1 where the public key follows: it is computed anew here either way
        var oid = key.ReadSequence().ReadObjectIdentifier();
        if (oid != Ed25519Oid) throw new FormatException($"The PEM holds a key of algorithm {oid}, not an Ed25519 key ({Ed25519Oid}).");
        var inner = new AsnReader(key.ReadOctetString(), AsnEncodingRules.BER);
        if (!inner.TryReadOctetString(seed, out var length) || length != seed.Length)
            throw new FormatException("The Ed25519 key in the PEM is not 32 bytes long.");
    }
}

using System.Text;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>The Ed25519 example of RFC 9421, appendix B.2.6, with the request of B.2 and the key of B.1.4.</summary>
public class Rfc9421Tests
{
    private const string Pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n";
    private const string Input = "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";
    private const string Signature = "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:";
    private const string Base = "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@authority\": example.com\n\"content-type\": application/json\n\"content-length\": 18\n\"@signature-params\": (\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\");created=1618884473;keyid=\"test-key-ed25519\"";

    private static readonly SignedMessage Request = Messages.Of("POST", "https://example.com/foo?param=Value&Pet=dog", """{"hello": "world"}""",
        ("Date", "Tue, 20 Apr 2021 02:07:55 GMT"), ("Content-Type", "application/json"), ("Content-Length", "18"));

    [Fact]
    public void The_signature_base_is_the_example_s() => Assert.Equal(Base, SignatureBase.Of(Request, Claim(), out _));

    [Fact]
    public void The_example_s_signature_verifies_and_is_made_again()
    {
        using var key = SigningKey.FromPem(Pem, "test-key-ed25519");
        var made = new byte[64];
        key.Sign(Encoding.ASCII.GetBytes(Base), made);
        Assert.Equal(Claim().Signature, made);
        Assert.Equal("JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs", key.PublicJwk().X);
    }

    [Fact]
    public void What_it_covers_is_not_enough_for_GNAP()
    {
        using var key = SigningKey.FromPem(Pem, "test-key-ed25519");
        var jwk = key.PublicJwk();
        var message = Messages.With(Request, ("Signature-Input", Input), ("Signature", Signature));
        var verdict = MessageVerifier.Verify(message, VerificationPolicy.Default, _ => jwk, DateTimeOffset.FromUnixTimeSeconds(1618884473));
        Assert.Equal("The signature does not cover @target-uri.", Assert.IsType<Verification.Invalid>(verdict).Why);
    }

    private static ClaimedSignature Claim() => ClaimedSignature.Read(Input, Signature, out _)!;
}

using System.Security.Cryptography;
using System.Text.Json;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

public class SigningKeyTests
{
    // RFC 8410 section 10.3, with the seed d4ee72db…5842
    private const string Rfc8410 = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";

    // the same key with its public half attached (RFC 5958, version 1)
    private const string Rfc8410WithPublicKey =
        "-----BEGIN PRIVATE KEY-----\nMHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\noB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB\nZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PRIVATE KEY-----\n";

    [Theory, InlineData(Rfc8410), InlineData(Rfc8410WithPublicKey)]
    public void A_PEM_of_RFC_8410_gives_its_public_key(string pem)
    {
        using var key = SigningKey.FromPem(pem, "k");
        Assert.Equal("Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE", key.PublicJwk().X);
    }

    [Fact]
    public void A_PEM_is_written_as_it_was_read()
    {
        using var key = SigningKey.FromPem(Rfc8410, "k");
        Assert.Equal(Rfc8410, key.ToPem());
    }

    [Theory]
    [InlineData("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")]
    [InlineData("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A")]
    [InlineData(" nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\n")]
    public void A_seed_is_read_from_base64_of_any_kind(string seed)
    {
        using var key = SigningKey.FromSeed(seed, "k");
        Assert.Equal("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", key.PublicJwk().X); // RFC 8032 test 1, as in RFC 8037 appendix A
    }

    [Fact]
    public void Generated_keys_differ_and_come_back_from_their_PEM()
    {
        using var one = SigningKey.Generate("k");
        using var other = SigningKey.Generate("k");
        using var again = SigningKey.FromPem(one.ToPem(), "k");
        Assert.NotEqual(one.PublicJwk(), other.PublicJwk());
        Assert.Equal(one.PublicJwk(), again.PublicJwk());
    }

    [Fact]
    public void The_JWK_is_what_servers_look_for()
    {
        using var key = SigningKey.FromPem(Rfc8410, "key-1");
        Assert.Equal(
            """{"keys":[{"kid":"key-1","alg":"EdDSA","use":"sig","kty":"OKP","crv":"Ed25519","x":"Gb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE"}]}""",
            JsonSerializer.Serialize(key.PublicJwks(), OpenPaymentsJsonContext.Default.JsonWebKeySet));
    }

    [Fact]
    public void A_key_prints_as_its_name()
    {
        using var key = SigningKey.FromPem(Rfc8410, "key-1");
        Assert.Equal("SigningKey key-1", key.ToString());
    }

    [Theory]
    [InlineData("", "no -----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----", "\"PUBLIC KEY\"")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCI=\n-----END PRIVATE KEY-----", "not a well-formed PKCS#8")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----", "1.3.101.110")] // X25519
    public void A_PEM_that_is_something_else_is_refused_with_what_it_is(string pem, string why) =>
        Assert.Contains(why, Assert.Throws<FormatException>(() => SigningKey.FromPem(pem, "k")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_PEM_of_another_algorithm_is_refused()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Contains("not an Ed25519 key", Assert.Throws<FormatException>(() => SigningKey.FromPem(ec.ExportPkcs8PrivateKeyPem(), "k")).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("AAAA"), InlineData("not base64!"), InlineData(""), InlineData("LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1DNENBUUF3QlFZREsyVndCQ0lFSU5UdWN0djVFMWg=")]
    public void A_seed_that_is_not_32_bytes_is_refused(string seed) => Assert.Throws<FormatException>(() => SigningKey.FromSeed(seed, "k"));

    [Theory, InlineData(""), InlineData("schlüssel"), InlineData("a\nb"), InlineData("tab\t")]
    public void A_key_id_that_no_header_may_carry_is_refused(string keyId) => Assert.Throws<ArgumentException>(() => SigningKey.Generate(keyId));
}

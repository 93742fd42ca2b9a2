using System.Security.Cryptography;
using System.Text;
using Xunit;
using static OpenPayments.Fuzzing.Fuzz;

namespace OpenPayments.Client.Tests.Fuzz;

/// <summary>Whatever a stranger sends: the verifier says what it is, and lets nothing through that differs from what was signed.</summary>
public sealed class SignatureFuzz : IDisposable
{
    private const string Target = "https://wallet.example/tenant/quotes?a=b%2Dc";
    private const string Body = """{"a":1}""";
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795327345);
    private static readonly string[] Signed = ["signature-input", "signature", "authorization", "content-digest", "content-length", "content-type", "method", "target", "body"];
    private readonly SigningKey _key = SigningKey.Generate("key-1");

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_request_with_one_part_changed_is_refused_unless_it_says_the_same()
    {
        var jwk = _key.PublicJwk();
        var good = Messages.Signed(_key, At, "POST", Target, body: Body);
        var parts = Signed.ToDictionary(name => name, name => name switch { "method" => good.Method, "target" => good.TargetUri, "body" => Body, _ => good.Value(name)! });
        foreach (var name in Signed)
        {
            Each($"MessageVerifier.Verify, {name}", [parts[name]], (text, _) =>
            {
                var message = name switch
                {
                    "method" => good with { Method = text },
                    "target" => good with { TargetUri = text },
                    "body" => good with { Body = Encoding.UTF8.GetBytes(text) },
                    _ => Messages.With(good, (name, text)),
                };
                var verdict = MessageVerifier.Verify(message, VerificationPolicy.Default, kid => kid == "key-1" ? jwk : null, At);
                if (verdict is Verification.Valid) Assert.True(Same(name, parts[name], text), "It was let through.");
                else if (text == parts[name]) Assert.Fail(((Verification.Invalid)verdict).Why);
            }, share: Signed.Length);
        }
    }

    [Fact]
    public void A_dictionary_of_structured_fields_is_read_or_is_none() => Each(
        "StructuredFieldParser.Dictionary", ["sig1=(\"@method\" \"@path\");created=1;keyid=\"k\"", "a=?1, b=:AA==:;x;y=\"z\\\"\", c, d=(1 -2 tok);q", "sha-512=:AA==:"],
        (text, _) => Assert.True(StructuredFieldParser.Dictionary(text) is not { Count: > StructuredFieldParser.Most }));

    [Fact]
    public void A_digest_that_fits_holds_the_hash()
    {
        var body = "{}"u8.ToArray();
        string[] hashes = [Convert.ToBase64String(SHA512.HashData(body)).TrimEnd('='), Convert.ToBase64String(SHA256.HashData(body)).TrimEnd('=')];
        Each("ContentDigest.Matches", [$"sha-512=:{hashes[0]}==:", $"sha-256=:{hashes[1]}=:", $"sha-256=:{hashes[1]}=:, sha-512=:{hashes[0]}==:;a"], (text, _) =>
            Assert.True(!ContentDigest.Matches(text, body) || hashes.Any(hash => text.Contains(hash[..^1], StringComparison.Ordinal))));
    }

    // white space around a header's value is none of it, nor around the items of its lists
    private static bool Same(string name, string one, string other) => name switch
    {
        "method" or "target" or "body" => one == other,
        "authorization" or "content-length" or "content-type" => one == other.Trim(' ', '\t'),
        "signature-input" => Parameters(one) == Parameters(other),
        "content-digest" => one == other.Trim(' ', '\t'),
        _ => StructuredFieldParser.Dictionary(other.Trim(' ', '\t')) is [{ Key: "sig1", Value: StructuredMember.Item { Value: StructuredValue.Bytes { Data: var data } } }]
            && data.AsSpan().SequenceEqual(((StructuredValue.Bytes)((StructuredMember.Item)StructuredFieldParser.Dictionary(one)![0].Value).Value).Data),
    };

    private static string? Parameters(string input) =>
        StructuredFieldParser.Dictionary(input.Trim(' ', '\t')) is [{ Value: StructuredMember.InnerList list }] ? SignatureParameters.Print(list) : null;
}

using Xunit;

namespace OpenPayments.Client.Tests;

public sealed class MessageVerifierTests : IDisposable
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795327345);
    private const string Target = "https://wallet.example/tenant/quotes";
    private readonly SigningKey _key = SigningKey.Generate("key-1");

    public void Dispose() => _key.Dispose();

    private SignedMessage Signed() => Messages.Signed(_key, At, "POST", Target);

    private Verification Verify(SignedMessage message, DateTimeOffset? now = null)
    {
        var jwk = _key.PublicJwk();
        return MessageVerifier.Verify(message, VerificationPolicy.Default, kid => kid == jwk.Kid ? jwk : null, now ?? At);
    }

    private void Rejected(string why, SignedMessage message, DateTimeOffset? now = null) =>
        Assert.Contains(why, Assert.IsType<Verification.Invalid>(Verify(message, now)).Why, StringComparison.Ordinal);

    /// <summary>Signs whatever the Signature-Input says, well or badly, with the right key.</summary>
    private SignedMessage Forged(string input, SignedMessage? of = null)
    {
        var message = Messages.With(of ?? Signed(), ("Signature-Input", input));
        var claim = ClaimedSignature.Read(input, message.Value("signature"), out _);
        if (claim is null || SignatureBase.Of(message, claim, out _) is not { } text) return message;
        var signature = new byte[64];
        _key.Sign(System.Text.Encoding.ASCII.GetBytes(text), signature);
        return Messages.With(message, ("Signature", $"sig1=:{Convert.ToBase64String(signature)}:"));
    }

    private const string All = "\"@method\" \"@target-uri\" \"authorization\" \"content-digest\" \"content-length\" \"content-type\"";
    private const string Parameters = ";created=1795327345;keyid=\"key-1\"";

    [Theory]
    [InlineData($"sig1=({All}){Parameters}")]
    [InlineData($"sig1=({All})  ;created=1795327345;keyid=\"key-1\"", false)]
    [InlineData($"sig1=({All}); created=1795327345; keyid=\"key-1\"")]
    [InlineData($"sig1=(  {All}  );alg=\"ed25519\";keyid=\"key-1\";created=1795327345")]
    [InlineData($"sig1=({All});created=1795327345;expires=1795327346;nonce=\"n\";tag=\"gnap\";keyid=\"key-1\";x;y=?0;z=:AA==:;t=token")]
    [InlineData($"sig1=(\"@authority\" \"@scheme\" \"@path\" \"@query\" \"@request-target\" {All}){Parameters}")]
    public void What_the_RFC_allows_is_accepted_and_rebuilt_as_it_prints_it(string input, bool valid = true) => Assert.Equal(valid, Verify(Forged(input)) is Verification.Valid);

    [Fact]
    public void A_signature_of_the_oldest_permitted_age_is_valid_and_a_second_later_is_stale()
    {
        Assert.IsType<Verification.Valid>(Verify(Signed(), At.AddMinutes(5)));
        Rejected("ago", Signed(), At.AddMinutes(5).AddSeconds(1));
    }

    [Fact]
    public void A_signature_from_the_future_is_rejected_beyond_the_permitted_skew()
    {
        Assert.IsType<Verification.Valid>(Verify(Signed(), At.AddMinutes(-1)));
        Rejected("future", Signed(), At.AddMinutes(-1).AddSeconds(-1));
    }

    [Theory]
    [InlineData($"sig1=({All});keyid=\"key-1\"", "when it was created")]
    [InlineData($"sig1=({All});created=\"1795327345\";keyid=\"key-1\"", "when it was created")]
    [InlineData($"sig1=({All});created=1795327345", "no keyid")]
    [InlineData($"sig1=({All});created=1795327345;keyid=\"\"", "no keyid")]
    [InlineData($"sig1=({All});created=1795327345;keyid=key-1", "no keyid")]
    [InlineData($"sig1=({All}){Parameters};alg=\"rsa-pss-sha512\"", "alg")]
    [InlineData($"sig1=({All}){Parameters};expires=1795327345", "expired")]
    [InlineData($"sig1=({All}){Parameters};expires=soon", "expires")]
    public void Wrong_parameters_are_rejected_though_signed(string input, string why) => Rejected(why, Forged(input));

    [Theory]
    [InlineData("\"@target-uri\" \"authorization\" \"content-digest\"", "@method")]
    [InlineData("\"@method\" \"authorization\" \"content-digest\"", "@target-uri")]
    [InlineData("\"@method\" \"@target-uri\" \"content-digest\"", "authorization")]
    [InlineData("\"@method\" \"@target-uri\" \"authorization\"", "content-digest")]
    [InlineData("", "@method")]
    public void A_signature_that_leaves_something_uncovered_is_rejected(string components, string why) => Rejected("does not cover " + why, Forged($"sig1=({components}){Parameters}"));

    [Theory]
    [InlineData($"{All} \"@method\"")]
    [InlineData($"{All} \"date\" \"date\"")]
    [InlineData("\"@method\" \"@target-uri\" \"Authorization\" \"content-digest\"")]
    [InlineData("\"@method\" \"@target-uri\" \"authorization\" \"content-digest\";sf")]
    [InlineData("\"@method\";req \"@target-uri\" \"authorization\" \"content-digest\"")]
    [InlineData("@method \"@target-uri\"")]
    public void Duplicated_parameterised_or_upper_case_components_are_rejected(string components)
    {
        var why = Assert.IsType<Verification.Invalid>(Verify(Forged($"sig1=({components}){Parameters}"))).Why;
        Assert.Matches("twice|malformed", why);
    }

    [Theory]
    [InlineData($"{All} \"x-not-there\"", "x-not-there")]
    [InlineData($"{All} \"@status\"", "@status")]
    public void A_component_that_the_request_does_not_have_is_rejected(string components, string why) => Rejected(why, Forged($"sig1=({components}){Parameters}"));

    [Fact]
    public void A_changed_method_target_token_or_body_is_rejected()
    {
        Rejected("does not fit the message", Signed() with { Method = "PUT" });
        Rejected("does not fit the message", Signed() with { TargetUri = Target + "?" });
        Rejected("does not fit the message", Messages.With(Signed(), ("Authorization", "GNAP other")));
        Rejected("does not fit the body", Signed() with { Body = """{"a":2}"""u8.ToArray() });
        Rejected("does not fit the body", Signed() with { Body = default });
        Rejected("does not fit the message", Messages.With(Signed(), ("Content-Digest", ContentDigest.Sha512("{}"u8.ToArray()))) with { Body = "{}"u8.ToArray() });
        Rejected("has no Content-Digest", Messages.Without(Signed(), "content-digest"));
        Rejected("covers authorization", Messages.Without(Signed(), "authorization"));
        Rejected("does not fit the message", Messages.With(Signed(), ("Authorization", "GNAP t0k3n"), ("Authorization", "GNAP t0k3n")));
    }

    [Fact]
    public void An_unknown_key_id_or_another_key_is_rejected()
    {
        using var other = SigningKey.Generate("key-1");
        var (theirs, named) = (other.PublicJwk(), _key.PublicJwk() with { Kid = "key-2" });
        Assert.Contains("No published key", Assert.IsType<Verification.Invalid>(MessageVerifier.Verify(Signed(), VerificationPolicy.Default, _ => null, At)).Why, StringComparison.Ordinal);
        Assert.IsType<Verification.Invalid>(MessageVerifier.Verify(Signed(), VerificationPolicy.Default, _ => theirs, At));
        Assert.IsType<Verification.Invalid>(MessageVerifier.Verify(Signed(), VerificationPolicy.Default, _ => named, At));
        Assert.IsType<Verification.Invalid>(MessageVerifier.Verify(Signed(), VerificationPolicy.Default, _ => theirs with { X = "AAAA" }, At));
        Assert.Equal("key-1", MessageVerifier.ClaimedKeyId(Signed()));
    }

    [Fact]
    public void A_request_without_a_signature_or_with_two_is_rejected()
    {
        var message = Signed();
        var (input, signature) = (message.Value("signature-input")!, message.Value("signature")!);
        Rejected("not signed", Messages.Without(message, "signature"));
        Rejected("not signed", Messages.Without(message, "signature-input"));
        Rejected("malformed", Messages.With(message, ("Signature", signature), ("Signature", signature)));
        Rejected("exactly one", Messages.With(message, ("Signature-Input", $"{input}, {input.Replace("sig1", "sig2", StringComparison.Ordinal)}")));
        Rejected("exactly the one", Messages.With(message, ("Signature", signature.Replace("sig1", "sig2", StringComparison.Ordinal))));
        Rejected("64 bytes", Messages.With(message, ("Signature", "sig1=:AAAA:")));
    }

    [Theory]
    [InlineData("sig1")]
    [InlineData("sig1=")]
    [InlineData("sig1=(")]
    [InlineData("sig1=(\"@method)")]
    [InlineData("sig1=(\"@method\"\"@target-uri\")")]
    [InlineData("sig1=(\"@m\\ethod\")")]
    [InlineData("Sig1=(\"@method\")")]
    [InlineData("sig1=(\"@method\");created=")]
    [InlineData("sig1=(\"@method\");created=1795327345,")]
    [InlineData("sig1=(\"@method\");created=1795327345;created=1795327345")]
    [InlineData("sig1=(\"@method\");created=1795327345.0")]
    [InlineData("sig1=(\"@method\");created=1234567890123456")]
    [InlineData("sig1=(\"@meth\u00f6d\")")]
    [InlineData("sig1=(\"@method\") x")]
    [InlineData("=(\"@method\")")]
    public void Malformed_structured_fields_are_rejected(string input) =>
        Assert.IsType<Verification.Invalid>(Verify(Messages.With(Signed(), ("Signature-Input", input))));
}

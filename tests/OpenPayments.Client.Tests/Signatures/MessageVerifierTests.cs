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

    [Theory]
    [InlineData("https://[2606:4700::1111]:8443/a", "@authority", "[2606:4700::1111]:8443")]
    [InlineData("https://Wallet.Example:443/a", "@authority", "wallet.example")]
    [InlineData("https://wallet.example:8443/a", "@authority", "wallet.example:8443")]
    [InlineData("https://wallet.example/a%2Db/%41/../c", "@path", "/a%2Db/%41/../c")]
    [InlineData("https://wallet.example", "@path", "/")]
    [InlineData("https://wallet.example?a", "@request-target", "/?a")]
    [InlineData("https://wallet.example/a?b=%2D&c", "@request-target", "/a?b=%2D&c")]
    [InlineData("HTTPS://wallet.example/", "@scheme", "https")]
    // the examples of RFC 9421, sections 2.2.2 to 2.2.7
    [InlineData("https://www.example.com/path?param=value", "@target-uri", "https://www.example.com/path?param=value")]
    [InlineData("https://www.example.com/path?param=value", "@authority", "www.example.com")]
    [InlineData("http://www.example.com/path?param=value", "@scheme", "http")]
    [InlineData("https://www.example.com/path?param=value", "@request-target", "/path?param=value")]
    [InlineData("https://www.example.com/path?param=value", "@path", "/path")]
    [InlineData("https://www.example.com/path?param=value&foo=bar&baz=bat%2Dman", "@query", "?param=value&foo=bar&baz=bat%2Dman")]
    [InlineData("https://www.example.com/path?queryString", "@query", "?queryString")]
    [InlineData("https://www.example.com/path?", "@query", "?")]
    [InlineData("https://www.example.com/path", "@query", "?")]
    public void A_derived_component_is_taken_from_the_target_as_it_was_sent(string target, string component, string value)
    {
        var claim = ClaimedSignature.Read($"sig1=(\"{component}\"){Parameters}", Signed().Value("signature"), out _)!;
        Assert.StartsWith($"\"{component}\": {value}\n", SignatureBase.Of(Signed() with { TargetUri = target }, claim, out _), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wallet.example/a")]
    [InlineData("https:///a")]
    [InlineData("https://alice@wallet.example/")]
    [InlineData("https://wallet.example/#a")]
    [InlineData("*")]
    public void A_target_that_no_request_has_gives_no_component(string target) =>
        Rejected("covers @authority", Forged($"sig1=(\"@authority\" {All}){Parameters}") with { TargetUri = target });

    [Theory]
    [InlineData("GNAP token\u00e9abc")]
    [InlineData("GNAP token?abc", true)]
    [InlineData("GNAP token\u0000abc")]
    [InlineData("GNAP token\nabc")]
    [InlineData("GNAP token\ud800abc")]
    public void A_signature_over_a_question_mark_holds_for_no_other_character(string sent, bool valid = false)
    {
        var asked = Messages.Signed(_key, At, "POST", Target, token: "token?abc");
        var verdict = Verify(Messages.With(asked, ("Authorization", sent)));
        Assert.Equal(valid, verdict is Verification.Valid);
        if (!valid) Assert.Contains("authorization, which holds a character", Assert.IsType<Verification.Invalid>(verdict).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_covered_text_on_two_lines_is_no_second_component() =>
        Rejected("holds a character", Signed() with { Method = "POST\n\"@target-uri\": https://wallet.example/" });

    [Theory]
    [InlineData("")]
    [InlineData("!!!")]
    [InlineData("AAAA")]
    [InlineData("=")]
    [InlineData("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=")]
    [InlineData("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp")]
    [InlineData("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo")]
    [InlineData("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMl wIaaPcHURo")]
    [InlineData("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHUR\u00e9")]
    public void A_published_key_that_is_no_base64url_of_32_bytes_verifies_nothing(string x) => WithKey(key => key with { X = x }, "32 bytes in base64url");

    [Fact]
    public void A_published_key_that_says_it_is_for_something_else_verifies_nothing()
    {
        WithKey(key => key with { Kty = new Generated.JsonWebKeyKty("EC") }, "kty");
        WithKey(key => key with { Crv = new Generated.JsonWebKeyCrv("X25519") }, "crv");
        WithKey(key => key with { Alg = new Generated.JsonWebKeyAlg("HS256") }, "alg");
        WithKey(key => key with { Use = new Generated.JsonWebKeyUse("enc") }, "use");
        WithKey(key => key with { Use = null }, null);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void A_key_of_small_order_verifies_nothing_though_every_signature_fits_it(string hex)
    {
        var x = System.Buffers.Text.Base64Url.EncodeToString(Convert.FromHexString(hex));
        foreach (var r in new[] { hex, "0100000000000000000000000000000000000000000000000000000000000000" })
        {
            var signature = Convert.ToBase64String([.. Convert.FromHexString(r), .. new byte[32]]);
            var message = Messages.With(Signed(), ("Signature", $"sig1=:{signature}:"));
            Assert.IsType<Verification.Invalid>(MessageVerifier.Verify(message, VerificationPolicy.Default, _ => _key.PublicJwk() with { X = x }, At));
        }
    }

    [Fact]
    public void A_second_signature_made_of_a_good_one_is_rejected()
    {
        // S + L, the order of the group, fits the same equation (RFC 8032 section 5.1.7 forbids it)
        var order = System.Numerics.BigInteger.Parse("7237005577332262213973186563042994240857116359379907606001950938285454250989", System.Globalization.CultureInfo.InvariantCulture);
        var good = Convert.FromBase64String(Signed().Value("signature")!["sig1=:".Length..^1]);
        var s = new System.Numerics.BigInteger(good.AsSpan(32), isUnsigned: true) + order;
        var other = Convert.ToBase64String([.. good.AsSpan(0, 32), .. s.ToByteArray(isUnsigned: true)]);
        Rejected("does not fit", Messages.With(Signed(), ("Signature", $"sig1=:{other}:")));
    }

    [Theory]
    [InlineData("created=253402300800")]
    [InlineData("created=999999999999999")]
    [InlineData("created=-1")]
    [InlineData("created=1795327345;expires=999999999999999")]
    public void A_time_that_no_calendar_has_is_rejected(string time) => Rejected("signature", Forged($"sig1=({All});{time};keyid=\"key-1\""));

    [Theory]
    [InlineData("\"@method\\\"\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"a:b\"")]
    [InlineData("\"\"")]
    public void A_component_whose_name_no_field_has_is_rejected(string component) => Rejected("names a component", Forged($"sig1=({component} {All}){Parameters}"));

    [Fact]
    public void More_parameters_components_or_labels_than_anyone_needs_are_malformed_and_not_counted_to_their_end()
    {
        string Many(int count, Func<int, string> one, string between) => string.Join(between, Enumerable.Range(0, count).Select(one));
        Assert.IsType<Verification.Valid>(Verify(Forged($"sig1=({All}){Parameters}{Many(62, i => $";p{i}", "")}")));
        Rejected("malformed", Forged($"sig1=({All}){Parameters}{Many(63, i => $";p{i}", "")}"));
        Rejected("malformed", Forged($"sig1=({All} {Many(59, i => $"\"x-{i}\"", " ")}){Parameters}"));
        Rejected("malformed", Messages.With(Signed(), ("Signature-Input", Many(65, i => $"s{i}=()", ", "))));
        Rejected("malformed", Messages.With(Signed(), ("Signature-Input", $"sig1=({All}){Parameters};x=\"{new string('x', 33_000)}\"")));
    }

    private void WithKey(Func<Generated.JsonWebKey, Generated.JsonWebKey> change, string? why)
    {
        var verdict = MessageVerifier.Verify(Signed(), VerificationPolicy.Default, _ => change(_key.PublicJwk()), At);
        if (why is null) Assert.IsType<Verification.Valid>(verdict);
        else Assert.Contains(why, Assert.IsType<Verification.Invalid>(verdict).Why, StringComparison.Ordinal);
    }
}

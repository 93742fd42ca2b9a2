using System.Text;
using Xunit;

namespace OpenPayments.Client.Tests;

public class MessageSignerTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1795327345);

    [Theory]
    [InlineData(null, null, "(\"@method\" \"@target-uri\")")]
    [InlineData("t", null, "(\"@method\" \"@target-uri\" \"authorization\")")]
    [InlineData(null, "{}", "(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\" \"content-type\")")]
    [InlineData("t", "{}", "(\"@method\" \"@target-uri\" \"authorization\" \"content-digest\" \"content-length\" \"content-type\")")]
    public void What_is_covered_follows_from_what_the_request_has(string? token, string? body, string components)
    {
        using var key = SigningKey.Generate("key-1");
        var message = Messages.Signed(key, At, "POST", "https://wallet.example/a", token, body);
        Assert.Equal($"sig1={components};created=1795327345;keyid=\"key-1\"", message.Header("signature-input").Single());
    }

    [Theory]
    [InlineData("GET", "https://wallet.example/a%2Fb?c=%20d", "t", null)]
    [InlineData("POST", "https://wallet.example:8443/", null, "{\"é\":1}")]
    [InlineData("POST", "https://wallet.example/x", "t", "{}")]
    [InlineData("DELETE", "http://[::1]:3000/token/1", "t", null)]
    public void A_signed_request_verifies(string method, string target, string? token, string? body)
    {
        using var key = SigningKey.Generate("a \"quoted\\ key");
        var jwk = key.PublicJwk();
        var message = Messages.Signed(key, At, method, target, token, body);
        Assert.Equal(new Verification.Valid(jwk.Kid), MessageVerifier.Verify(message, VerificationPolicy.Default, kid => kid == jwk.Kid ? jwk : null, At));
    }

    [Fact]
    public void Signing_twice_leaves_one_signature()
    {
        using var key = SigningKey.Generate("key-1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://wallet.example/") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        var signer = new MessageSigner(key, new FixedTime(At));
        signer.Sign(request, "{}"u8.ToArray());
        signer.Sign(request, "{}"u8.ToArray());
        Assert.Single(request.Headers.GetValues("Signature"));
        Assert.Single(request.Headers.GetValues("Signature-Input"));
        Assert.Single(request.Content.Headers.GetValues("Content-Digest"));
    }

    [Fact]
    public void Bytes_that_are_not_the_content_s_are_refused()
    {
        using var key = SigningKey.Generate("key-1");
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://wallet.example/") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        Assert.Throws<ArgumentException>(() => new MessageSigner(key, TimeProvider.System).Sign(request, "{ }"u8.ToArray()));
    }

    [Fact]
    public void A_signature_allocates_less_than_2_KB_beside_the_body()
    {
        using var key = SigningKey.Generate("key-1");
        var signer = new MessageSigner(key, TimeProvider.System);
        var body = Encoding.UTF8.GetBytes(new string('x', 300));
        long Signing()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://wallet.example/tenant/incoming-payments") { Content = new ByteArrayContent(body) };
            request.Headers.TryAddWithoutValidation("Authorization", "GNAP 74E01527F821706DB969");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            var before = GC.GetAllocatedBytesForCurrentThread();
            signer.Sign(request, body);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        for (var i = 0; i < 50; i++) _ = Signing();
        // the least of many: beside other tests the array pool may have to allocate now and then
        Assert.InRange(Enumerable.Range(0, 20).Min(_ => Signing()), 1, 2048);
    }

    [Fact]
    public void No_token_stays_behind_in_the_buffers_that_others_are_given_next()
    {
        using var key = SigningKey.Generate("key-1");
        _ = Messages.Signed(key, DateTimeOffset.UnixEpoch, "POST", "https://wallet.example/", token: "a-token-to-be-forgotten");
        for (var size = 256; size <= 65_536; size *= 2)
        {
            var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(size);
            Assert.False(rented.AsSpan().IndexOf("a-token-to-be-forgotten"u8) >= 0, $"It lies in a buffer of {rented.Length} bytes.");
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }

    [Theory]
    [InlineData("https://xn--\u00f5.example/")]
    [InlineData("https://wallet.example:0/")]
    public void A_request_that_cannot_be_sent_is_not_signed(string url)
    {
        using var key = SigningKey.Generate("key-1");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        Assert.Contains("no request can carry", Assert.Throws<ArgumentException>(() => new MessageSigner(key, TimeProvider.System).Sign(request, default)).Message, StringComparison.Ordinal);
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenPayments.Flow.Plans;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Http;

namespace OpenPayments.Interop.Tests;

/// <summary>The reference implementation's verifier on what our client really sends. It recomputes the digest over the body re-stringified by ECMAScript.</summary>
public class SignatureTests
{
    /// <summary>What breaks a serialiser that is not ECMAScript's: order, escapes, numbers. Halves of surrogate pairs no order may hold.</summary>
    public static TheoryData<string?> Metadata =>
    [
        (string?)null,
        """{"b":1,"2":"two","10":"ten","0":"zero","a":{"7":7,"x":[],"01":1},"-1":0}""",
        """{"text":"café \" \\ / <&+'> 📚 \u2028\u2029\u00a0\u0000\u001f\b\f\n\r\t","emoji 👩‍👩‍👧":"\ud83d\ude00"}""",
        """{"numbers":[2.0,1e21,-0,-0.0,1E-7,0.1,123456789012345680000,5e-324,1.7976931348623157e308,4294967296,0.000001]}""",
        """{"again":1,"other":2,"again":{"3":3,"1":1}}""",
        """{"":"", "deep":[[[{"9":[null,true,false]}]]]}""",
    ];

    [Theory, MemberData(nameof(Metadata))]
    public async Task Every_signed_request_of_a_full_payment_is_accepted_by_the_reference_verifier(string? metadata)
    {
        var payment = new PaymentByOurClient(metadata);
        var (key, end) = await payment.RunAsync();
        Assert.IsType<Progress.Completed>(end.Progress);
        var verdicts = await VerdictsAsync(key, payment.Requests);
        Assert.True(verdicts.Count >= 9, $"a payment signs nine requests or more, not {verdicts.Count}");
        Assert.All(verdicts, v => Assert.True(v.GetProperty("headers").GetBoolean() && v.GetProperty("signature").GetBoolean(), v.ToString()));
    }

    [Fact]
    public async Task Requests_of_a_client_that_shows_only_its_key_are_accepted_too()
    {
        var payment = new PaymentByOurClient(metadata: null, directedIdentity: true);
        var (key, end) = await payment.RunAsync();
        Assert.IsType<Progress.Completed>(end.Progress);
        var verdicts = await VerdictsAsync(key, payment.Requests);
        Assert.True(verdicts.Count >= 9, $"a payment signs nine requests or more, not {verdicts.Count}");
        Assert.All(verdicts, v => Assert.True(v.GetProperty("headers").GetBoolean() && v.GetProperty("signature").GetBoolean(), v.ToString()));
    }

    [Fact]
    public async Task The_reference_verifier_notices_one_changed_byte()
    {
        var payment = new PaymentByOurClient("""{"description":"a"}""");
        var (key, _) = await payment.RunAsync();
        var changed = payment.Requests.Select(r => r.Body.IsEmpty
            ? r with { TargetUri = r.TargetUri + "x" }
            : r with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(r.Body.Span).Replace("}", ",\"x\":0}", StringComparison.Ordinal)) }).ToList();
        var verdicts = await VerdictsAsync(key, changed);
        Assert.True(verdicts.Count >= 9, $"a payment signs nine requests or more, not {verdicts.Count}");
        Assert.All(verdicts, v => Assert.False(v.GetProperty("headers").GetBoolean() && v.GetProperty("signature").GetBoolean(), v.ToString()));
    }

    private static async Task<IReadOnlyList<JsonElement>> VerdictsAsync(JsonWebKey key, IEnumerable<SignedRequest> requests)
    {
        var input = new JsonObject
        {
            ["key"] = JsonSerializer.SerializeToNode(key, OpenPaymentsJsonContext.Default.JsonWebKey),
            ["requests"] = new JsonArray([.. requests.Where(r => r.Header("Signature") is not null).Select(r => (JsonNode)new JsonObject
            {
                ["method"] = r.Method,
                ["url"] = r.TargetUri,
                ["headers"] = new JsonObject(r.Headers.Select(h => KeyValuePair.Create<string, JsonNode?>(h.Key.ToLowerInvariant(), h.Value.ToString()))),
                ["body"] = r.Body.IsEmpty ? null : Encoding.UTF8.GetString(r.Body.Span),
            })]),
        };
        return [.. (await NodeScript.RunAsync("verify-signatures.mjs", input.ToJsonString())).EnumerateArray()];
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace OpenPayments.Generated.Tests;

/// <summary>A server may be newer than our documents: its answers are read all the same, and what they say is not lost.</summary>
public class NewerServerTests
{
    private static readonly OpenPaymentsJsonContext Json = OpenPaymentsJsonContext.Default;
    private static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true);

    private static readonly JsonSerializerOptions Spaced = new() { WriteIndented = true };

    /// <summary>Every union that an answer can hold.</summary>
    public static TheoryData<string> Unions => [nameof(AccessItem), nameof(LimitsOutgoing), nameof(GrantResponse), nameof(IncomingPaymentView), nameof(IncomingPaymentMethod)];

    [Property(Arbitrary = [typeof(NewerAnswer)], MaxTest = 2000)]
    public bool Whatever_a_newer_server_adds_is_read_and_what_it_says_of_known_things_comes_back(NewerAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var set = GeneratedSet.Of("own");
        var (kept, back) = (JsonNode.Parse(answer.Kept), RoundTrip.Back(JsonNode.Parse(answer.Sent), set.Info(set.Answer(answer.Operation))));
        // a wallet address keeps new members too: the document leaves it open
        return RoundTrip.Same(back is JsonObject o && answer.Operation == "GetWalletAddress" ? Known(o) : back, kept);
    }

    private static JsonObject Known(JsonObject wallet) => new(wallet.Where(m => !m.Key.StartsWith("new-", StringComparison.Ordinal)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));

    [Theory]
    [MemberData(nameof(Unions))]
    public void An_unknown_case_is_a_value(string union) => Prop.ForAll(AnyJson.Value.Where(v => v is not null).ToArbitrary(), value =>
    {
        var (type, set) = (GeneratedSet.Of("own").Type(union + "+Unknown")!, GeneratedSet.Of("own"));
        var (one, same) = (Make(type, value!.ToJsonString()), Make(type, value.ToJsonString(Spaced)));
        var other = Make(type, new JsonArray(value.DeepClone()).ToJsonString());
        var written = JsonSerializer.Serialize(one, set.Info(type));
        Assert.Equal(value.ToJsonString(), written);
        Assert.Equal((one, one.GetHashCode()), (same, same.GetHashCode()));
        Assert.Equal(one, JsonSerializer.Deserialize(written, set.Info(type)));
        Assert.NotEqual(one, other);
        Assert.Contains("Json = [redacted]", one.ToString(), StringComparison.Ordinal);
    }).Check(Laws.WithMaxTest(300));

    private static object Make(Type type, string json) => Activator.CreateInstance(type, JsonDocument.Parse(json).RootElement)!;

    [Fact]
    public void Only_what_an_answer_can_hold_has_an_unknown_case()
    {
        var set = GeneratedSet.Of("own");
        var unknown = set.Assembly.GetExportedTypes().Where(t => t.Name == "Unknown").Select(t => t.DeclaringType!.Name);
        Assert.Equal(Unions.Select(u => u.Data).Order(StringComparer.Ordinal), unknown.Order(StringComparer.Ordinal));
        Assert.Null(set.Type("GrantRequest+Unknown"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"client":"https://a.example/app"}""", Json.GrantRequest));
    }

    [Theory]
    [InlineData("""{"type":"card","actions":[1.0,1e400]}""")]
    [InlineData("""{"actions":["read"]}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("\"a reference, RFC 9635 section 8.1\"")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Access_of_another_type_is_kept_as_it_came(string json)
    {
        var item = JsonSerializer.Deserialize(json, Json.AccessItem)!;
        Assert.Equal(json, JsonSerializer.Serialize(item, Json.AccessItem));
        Assert.Equal(json, item.Match(incoming => "", outgoing => "", quote => "", unknown => unknown.Json.GetRawText()));
    }

    [Theory]
    [InlineData("""{"type":"\ud800"}""")]
    [InlineData("""{"\ud800":"\ud800","type":"card"}""")]
    [InlineData("\"\\ud800\"")]
    [InlineData("""{"type":"card","deep":[{"a":"\ud800"}]}""")]
    public void Text_that_is_not_Unicode_is_malformed(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, Json.AccessItem));

    [Fact]
    public void A_way_to_pay_that_is_new_stands_beside_the_one_that_is_known()
    {
        const string json = """{"id":"https://a.example/i/1","walletAddress":"https://a.example/x","receivedAmount":{"value":"1","assetCode":"USD","assetScale":2},"completed":false,"createdAt":"2026-11-22T06:02:25Z","methods":[{"type":"card","network":"x"},{"type":"ilp","ilpAddress":"test.a","sharedSecret":"s"}]}""";
        var payment = JsonSerializer.Deserialize(json, Json.IncomingPaymentWithMethods)!;
        Assert.Equal(["""{"type":"card","network":"x"}""", "test.a"], payment.Methods.Select(m => m.Match(ilp => ilp.IlpAddress, unknown => unknown.Json.GetRawText())));
    }

    [Fact]
    public void A_limit_of_another_kind_is_never_taken_for_no_limit()
    {
        const string json = """{"perDay":{"value":"1"},"interval":"R/2027-01-01T00:00:00Z/P1W"}""";
        var limits = Assert.IsType<LimitsOutgoing.Unknown>(JsonSerializer.Deserialize(json, Json.LimitsOutgoing));
        Assert.Equal((null, "R/2027-01-01T00:00:00Z/P1W"), (limits.Receiver, limits.Interval));
        Assert.Equal(json, JsonSerializer.Serialize<LimitsOutgoing>(limits, Json.LimitsOutgoing));
    }

    [Theory]
    [InlineData("""{"continue":{"access_token":{"value":"c"},"uri":"https://a.example/c"}}""")]
    [InlineData("""{"instance_id":"7S3ZQ6","interact":null}""")]
    [InlineData("{}")]
    public void A_grant_without_what_tells_its_case_is_unknown(string json)
    {
        var grant = Assert.IsType<GrantResponse.Unknown>(JsonSerializer.Deserialize(json, Json.GrantResponse));
        Assert.Equal(json, JsonSerializer.Serialize<GrantResponse>(grant, Json.GrantResponse));
    }

    [Theory]
    [InlineData(nameof(GrantResponse), """{"access_token":{"value":"t"}}""", "manage")]
    [InlineData(nameof(GrantResponse), """{"interact":{"redirect":"https://a.example","finish":"f"}}""", "continue")]
    [InlineData(nameof(IncomingPaymentView), """{"id":"https://a.example/1","walletAddress":"https://a.example/x"}""", "completed")]
    [InlineData(nameof(AccessItem), """{"type":"quote"}""", "actions")]
    [InlineData(nameof(AccessItem), """{"type":7,"actions":["read"]}""", "known by: type incoming-payment, type outgoing-payment, type quote")]
    public void What_tells_its_case_and_is_malformed_stays_an_error_that_says_what_is_wrong(string union, string json, string complaint)
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, GeneratedSet.Of("own").Info(GeneratedSet.Of("own").Type(union)!)));
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"quota_of_2030","description":"no"}}""", "quota_of_2030")]
    [InlineData("""{"error":"quota_of_2030"}""", "quota_of_2030")]
    [InlineData("""{"error":{"code":409}}""", "409")]
    public void An_unknown_error_code_keeps_its_text(string body, string code) => Assert.Equal(code, ErrorBody.Read(Encoding.UTF8.GetBytes(body))!.Code);

    [Fact]
    public void An_unknown_case_prints_nothing_of_what_it_holds() =>
        Assert.Equal("Unknown { Json = [redacted] }", JsonSerializer.Deserialize("""{"token":{"value":"s3cr3t"}}""", Json.GrantResponse)!.ToString());

    [Fact]
    public void Nothing_is_no_unknown_case() => Assert.Throws<ArgumentException>(() => new AccessItem.Unknown(default));
}

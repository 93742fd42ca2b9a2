using System.Text;
using System.Text.Json;

namespace OpenPayments.Generated.Tests;

/// <summary>How a case is recognised, and what is refused.</summary>
public class UnionTests
{
    private static readonly OpenPaymentsJsonContext Json = OpenPaymentsJsonContext.Default;
    private const string Amount = """{"value":"500","assetCode":"USD","assetScale":2}""";

    [Theory]
    [InlineData("""{"type":"quote","actions":["create"]}""")]
    [InlineData("""{"actions":["create"],"type":"quote"}""")]
    [InlineData("""{"more":{"type":"incoming-payment","deep":[1,{"type":"x"}]},"actions":["create"],"type":"quote"}""")]
    public void The_type_may_stand_anywhere(string json) =>
        Assert.Equal([AccessQuoteAction.Create], Assert.IsType<AccessQuote>(JsonSerializer.Deserialize(json, Json.AccessItem)).Actions);

    [Fact]
    public void A_string_is_a_case_too() =>
        Assert.Equal(new Uri("https://cloudnine.example/app"), Assert.IsType<ClientInstance.ByWalletAddressUri>(JsonSerializer.Deserialize("\"https://cloudnine.example/app\"", Json.ClientInstance)).Value);

    [Theory]
    [InlineData("{}", typeof(LimitsOutgoing.Plain))]
    [InlineData("""{"interval":"R/2027-01-01T00:00:00Z/P1W"}""", typeof(LimitsOutgoing.Plain))]
    [InlineData($$"""{"debitAmount":{{Amount}}}""", typeof(LimitsOutgoing.WithDebitAmount))]
    [InlineData($$"""{"debitAmount":null,"receiveAmount":{{Amount}}}""", typeof(LimitsOutgoing.WithReceiveAmount))]
    public void The_case_with_the_most_matching_members_wins(string json, Type expected) => Assert.IsType(expected, JsonSerializer.Deserialize(json, Json.LimitsOutgoing));

    [Fact]
    public void An_error_names_the_union_and_never_quotes_the_value()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"secret":"s3cr3t"}""", Json.GrantRequest));
        Assert.Contains("GrantRequest", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public async Task A_body_that_arrives_in_pieces_is_recognised_all_the_same(int piece)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"continue":{"access_token":{"value":"c"},"uri":"https://a.example/c"},"access_token":{"value":"t","manage":"https://a.example/m","access":[{"actions":["read"],"limits":{"receiver":"https://b.example/incoming-payments/1","debitAmount":{{{Amount}}}},"identifier":"https://a.example/x","type":"outgoing-payment"}]}}""");
        var granted = Assert.IsType<GrantResponse.Granted>(await JsonSerializer.DeserializeAsync(new Pieces(body, piece), Json.GrantResponse));
        Assert.IsType<LimitsOutgoing.WithDebitAmount>(Assert.IsType<AccessOutgoing>(granted.AccessToken.Access[0]).Limits);
    }

    [Fact]
    public void Recognising_a_case_allocates_nothing()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"metadata":{"a":[1,2,3],"b":"{{new string('x', 2000)}}"},"actions":["read"],"type":"outgoing-payment"}""");
        Assert.True(Look());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Look();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        bool Look()
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            return UnionJson.HasTag(reader, "type", "outgoing-payment") && UnionJson.HasMembers(reader, "actions", "type") && !UnionJson.HasMembers(reader, "actions", "none");
        }
    }

    [Fact]
    public void Match_calls_the_function_of_the_case()
    {
        GrantRequest request = new GrantRequest.WithSubject { Client = new ClientInstance.WithWalletAddress { WalletAddress = new Uri("https://a.example") }, Interact = new() { Start = [InteractRequestStart.Redirect] }, Subject = new() { SubIds = [] } };
        Assert.Equal("subject", request.Match(withAccessToken: _ => "token", withSubject: _ => "subject"));
    }

    private sealed class Pieces(byte[] all, int piece) : MemoryStream(all)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}

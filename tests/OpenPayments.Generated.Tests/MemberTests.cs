using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenPayments.Generated.Tests;

/// <summary>Required, optional, unknown and null members; amounts; open enumerations. The sweeps cover every generated record.</summary>
public class MemberTests
{
    private static readonly OpenPaymentsJsonContext Json = OpenPaymentsJsonContext.Default;

    /// <summary>One valid object for each record that has required members, taken from our own examples.</summary>
    private static IEnumerable<(Type Type, JsonObject Value)> Samples()
    {
        var set = GeneratedSet.Of("own");
        var found = new Dictionary<Type, JsonObject>();
        foreach (var example in Directory.GetFiles(set.Folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(f => Example.In(set, f)))
            Collect(JsonSerializer.Deserialize(example.Value!.ToJsonString(), set.Info(example.Type)), set, found);
        return found.Select(p => (p.Key, p.Value));
    }

    private static void Collect(object? value, GeneratedSet set, Dictionary<Type, JsonObject> found)
    {
        if (value is System.Collections.IEnumerable many and not string)
        {
            foreach (var item in many) Collect(item, set, found);
        }
        else if (value is not null && value.GetType().Assembly == set.Assembly && !value.GetType().IsValueType && value is not Secret)
        {
            if (JsonSerializer.SerializeToNode(value, set.Info(value.GetType())) is JsonObject json && (!found.TryGetValue(value.GetType(), out var known) || known.Count < json.Count)) found[value.GetType()] = json;
            foreach (var property in value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0)) Collect(property.GetValue(value), set, found);
        }
    }

    private static IEnumerable<(Type Type, JsonObject Value, string Member, bool Required)> Members() =>
        from sample in Samples()
        from property in sample.Type.GetProperties()
        let name = property.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()?.Name
        where name is not null && property.CanWrite
        let nullable = new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable
        select (sample.Type, sample.Value, name, Required: property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null && !nullable);

    private static object? Read(Type type, JsonObject json) => JsonSerializer.Deserialize(json.ToJsonString(), GeneratedSet.Of("own").Info(type));

    [Fact]
    public void Without_a_required_member_nothing_is_read()
    {
        var checkedMembers = Members().Where(m => m.Required).ToList();
        Assert.True(checkedMembers.Count > 60, $"only {checkedMembers.Count} required members were found");
        Assert.All(checkedMembers, m =>
        {
            var json = (JsonObject)m.Value.DeepClone();
            Assert.True(json.Remove(m.Member), $"{m.Type.Name}.{m.Member} is not in the sample");
            Assert.Throws<JsonException>(() => Read(m.Type, json));
        });
    }

    [Fact]
    public void Null_for_a_required_member_is_refused() => Assert.All(Members().Where(m => m.Required), m =>
    {
        var json = (JsonObject)m.Value.DeepClone();
        json[m.Member] = null;
        Assert.Throws<JsonException>(() => Read(m.Type, json));
    });

    [Fact]
    public void Null_and_absent_both_mean_none_for_an_optional_member_and_absent_is_what_is_written()
    {
        var optional = Members().Where(m => !m.Required && !m.Type.Name.Contains("GrantResponse", StringComparison.Ordinal)).ToList();
        Assert.True(optional.Count > 25, $"only {optional.Count} optional members were found");
        Assert.All(optional, m =>
        {
            var (absent, none) = ((JsonObject)m.Value.DeepClone(), (JsonObject)m.Value.DeepClone());
            absent.Remove(m.Member);
            none[m.Member] = null;
            var info = GeneratedSet.Of("own").Info(m.Type);
            var written = JsonSerializer.SerializeToNode(Read(m.Type, none), info)!.AsObject();
            Assert.True(RoundTrip.Same(JsonSerializer.SerializeToNode(Read(m.Type, absent), info), written), $"{m.Type.Name}.{m.Member}");
            Assert.True(!written.TryGetPropertyValue(m.Member, out var value) || value is not null, $"{m.Type.Name}.{m.Member} is written as null");
        });
    }

    [Fact]
    public void Spent_amounts_are_required_and_may_be_null_and_are_written_as_null()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("""{"spentDebitAmount":null}""", Json.GetOutgoingPaymentGrantResponse));
        const string both = """{"spentReceiveAmount":null,"spentDebitAmount":null}""";
        Assert.Equal(both, JsonSerializer.Serialize(JsonSerializer.Deserialize(both, Json.GetOutgoingPaymentGrantResponse), Json.GetOutgoingPaymentGrantResponse));
    }

    [Fact]
    public void Unknown_members_are_ignored_everywhere_and_kept_where_the_document_leaves_an_object_open()
    {
        Assert.All(Samples(), s =>
        {
            var json = (JsonObject)s.Value.DeepClone();
            json["x-unknown"] = new JsonArray(1, new JsonObject());
            Assert.NotNull(Read(s.Type, json));
        });
        var wallet = JsonSerializer.Deserialize("""{"id":"https://a.example/x","assetCode":"USD","assetScale":2,"authServer":"https://a.example","resourceServer":"https://a.example","cardService":"https://a.example/card"}""", Json.WalletAddress)!;
        Assert.Equal("https://a.example/card", wallet.AdditionalProperties!["cardService"].GetString());
    }

    [Theory]
    [InlineData("\"0\"", 0UL)]
    [InlineData("\"18446744073709551615\"", ulong.MaxValue)]
    [InlineData("42", 42UL)]
    public void An_amount_reaches_from_0_to_2_to_the_64_minus_1(string value, ulong expected)
    {
        var amount = JsonSerializer.Deserialize($$"""{"value":{{value}},"assetCode":"USD","assetScale":2}""", Json.Amount)!;
        Assert.Equal(expected, amount.Value);
        Assert.Equal($$"""{"value":"{{expected}}","assetCode":"USD","assetScale":2}""", JsonSerializer.Serialize(amount, Json.Amount));
    }

    [Theory]
    [InlineData("\"18446744073709551616\"")]
    [InlineData("\"-1\"")]
    [InlineData("-1")]
    [InlineData("\"1.0\"")]
    [InlineData("1.5")]
    [InlineData("\"\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"ten\"")]
    [InlineData("null")]
    [InlineData("true")]
    public void Anything_else_is_no_amount(string value) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"value":{{value}},"assetCode":"USD","assetScale":2}""", Json.Amount));

    [Fact]
    public void A_text_that_a_newer_server_added_is_kept_and_sent_back()
    {
        const string json = """{"type":"incoming-payment","actions":["create","refund"]}""";
        var access = Assert.IsType<AccessIncoming>(JsonSerializer.Deserialize(json, Json.AccessItem));
        Assert.Equal([AccessIncomingAction.Create, new AccessIncomingAction("refund")], access.Actions);
        Assert.Equal((true, false, "refund"), (access.Actions[0].IsKnown, access.Actions[1].IsKnown, access.Actions[1].ToString()));
        Assert.Equal(json, JsonSerializer.Serialize<AccessItem>(access, Json.AccessItem));
    }

    [Theory]
    [InlineData("""{"type":"quote","actions":[7]}""")]
    [InlineData("""{"type":"quote","actions":[null]}""")]
    public void What_is_not_a_text_is_no_action(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, Json.AccessItem));
}

using System.Text;
using System.Text.Json;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

public class CanonicalJsonTests
{
    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("2.50", "2.5")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("1E-7", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("0.00000123", "0.00000123")]
    [InlineData("-0.000000123", "-1.23e-7")]
    [InlineData("123456789012345678901234567890", "1.2345678901234568e+29")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("999999999999999", "999999999999999")]
    [InlineData("18446744073709551615", "18446744073709552000")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1e-400", "0")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("1e400", "null")]
    [InlineData("-1e400", "null")]
    public void Numbers_are_printed_as_ECMAScript_prints_them(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Theory]
    [InlineData("""  "a\u002fb\/c"  """, "\"a/b/c\"")]
    [InlineData("\"'<>&+é😀\u2028\u00a0\u007f\"", "\"'<>&+é😀\u2028\u00a0\u007f\"")]
    [InlineData("""  "\u00e9\ud83d\ude00\u2028"  """, "\"é😀\u2028\"")]
    [InlineData("""  "\u0000\u0008\u0009\u000a\u000B\u000c\u000d\u001F\"\\"  """, """
        "\u0000\b\t\n\u000b\f\r\u001f\"\\"
        """)]
    [InlineData("""  "\uD800"  """, "\"\\ud800\"")]
    [InlineData("""  "\uDC00\uD800x"  """, "\"\\udc00\\ud800x\"")]
    [InlineData("""  "\uD800\uD83D\uDE00"  """, "\"\\ud800😀\"")]
    public void Strings_are_escaped_as_ECMAScript_escapes_them(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true , null ] }""", """{"b":1,"a":[true,null]}""")]
    [InlineData("""{"b":1,"10":2,"9":3,"01":4,"-1":5,"0":6}""", """{"0":6,"9":3,"10":2,"b":1,"01":4,"-1":5}""")]
    [InlineData("""{"z":0,"4294967295":1,"4294967294":2}""", """{"4294967294":2,"z":0,"4294967295":1}""")]
    [InlineData("""{"a":1,"b":2,"a":3,"7":1,"7":2}""", """{"7":2,"a":3,"b":2}""")]
    [InlineData("""{"\ud800":1,"__proto__":{"\u0031":2,"1":3}}""", """{"\ud800":1,"__proto__":{"1":3}}""")]
    public void Members_keep_their_order_but_for_array_indices(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Theory, InlineData(""), InlineData("{"), InlineData("1 2"), InlineData("{'a':1}"), InlineData("[1,]"), InlineData("\ufeff1"), InlineData("\"\\x\""), InlineData("NaN")]
    public void What_is_not_JSON_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Canonical(json));

    [Fact]
    public void What_is_not_UTF_8_is_refused() => Assert.ThrowsAny<JsonException>(() => CanonicalJson.Canonicalize(new byte[] { (byte)'"', 0xC3, (byte)'"' }));

    [Fact]
    public void A_request_with_free_form_metadata_is_serialised_canonically()
    {
        var request = new CreateIncomingPaymentRequest
        {
            WalletAddress = new Uri("https://wallet.example/alice?x='é+&"),
            Metadata = JsonSerializer.Deserialize(
                """{"note":"é <&> \"'\u2028 \ud800","b":2.0,"10":1,"9":{"b":1,"2":1e21},"\ud800":null}""",
                (System.Text.Json.Serialization.Metadata.JsonTypeInfo<IReadOnlyDictionary<string, JsonElement>>)CanonicalJson.Options.GetTypeInfo(typeof(IReadOnlyDictionary<string, JsonElement>))),
        };
        Assert.Equal(
            "{\"walletAddress\":\"https://wallet.example/alice?x='é+&\",\"metadata\":{\"9\":{\"2\":1e+21,\"b\":1},\"10\":1,\"note\":\"é <&> \\\"'\u2028 \\ud800\",\"b\":2,\"\\ud800\":null}}",
            Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(request, CanonicalJson.Options.GetTypeInfo(typeof(CreateIncomingPaymentRequest)))));
    }

    [Fact]
    public void What_only_a_newer_server_knows_is_sent_back_canonically()
    {
        var info = CanonicalJson.Options.GetTypeInfo(typeof(AccessItem));
        var item = JsonSerializer.Deserialize("""{ "note":"\u00e9", "9":2.0, "type":"c\u0061rd" }""", info);
        Assert.IsType<AccessItem.Unknown>(item);
        Assert.Equal("""{"9":2,"note":"é","type":"card"}""", Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(item, info)));
    }

    [Fact]
    public void Canonical_text_stays_as_it_is()
    {
        const string Text = """{"1":[],"a":{"b":"\n"},"c":-1.5e-9}""";
        Assert.Equal(Text, Canonical(Text));
    }

    [Fact]
    public void Of_two_members_of_one_name_the_last_is_read_and_kept_at_the_place_of_the_first()
    {
        var members = System.Text.Json.JsonSerializer.Deserialize<IReadOnlyDictionary<string, System.Text.Json.JsonElement>>("""{"a":1,"b":2,"a":3}"""u8, CanonicalJson.Options)!;
        Assert.Equal(3, members["a"].GetInt32());
        Assert.Equal("""{"a":3,"b":2}""", System.Text.Encoding.UTF8.GetString(CanonicalJson.Canonicalize("""{"a":1,"b":2,"a":3}"""u8.ToArray())));
    }
}

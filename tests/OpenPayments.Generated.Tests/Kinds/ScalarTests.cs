using System.Text.Json;

namespace OpenPayments.Generated.Tests;

/// <summary>Constants, durations, times of day, numbers.</summary>
public class ScalarTests
{
    [Theory]
    [InlineData("{const: 1319}", typeof(int?))]
    [InlineData("{const: 3000000000}", typeof(long?))]
    [InlineData("{const: 1.5}", typeof(double?))]
    [InlineData("{const: true}", typeof(bool?))]
    [InlineData("{enum: [1, 3000000000]}", typeof(long?))]
    [InlineData("{type: integer, const: 3000000000}", typeof(long?))]
    [InlineData("{type: integer, maximum: 9999999999}", typeof(long?))]
    [InlineData("{type: integer, maximum: 18446744073709551615}", typeof(ulong?))]
    [InlineData("{enum: [null, 2]}", typeof(int?))]
    [InlineData("{enum: [null]}", typeof(JsonElement?))]
    [InlineData("{const: null}", typeof(JsonElement?))]
    [InlineData("{oneOf: [{const: 1}, {const: 2}]}", typeof(int?))]
    [InlineData("{oneOf: [{const: true}, {const: false}]}", typeof(bool?))]
    [InlineData("{anyOf: [{type: integer}, {type: number}]}", typeof(double?))]
    [InlineData("{anyOf: [{type: string, format: email}, {type: string, format: uri}]}", typeof(string))]
    [InlineData("{anyOf: [{type: string, maxLength: 3}, {type: string, pattern: x}]}", typeof(string))]
    [InlineData("{type: string, format: duration}", typeof(string))]
    [InlineData("{type: string, format: time}", typeof(string))]
    [InlineData("{type: string, format: time-span}", typeof(string))]
    [InlineData("{type: string, format: binary}", typeof(string))]
    [InlineData("{allOf: [{type: string}, {maxLength: 3}]}", typeof(string))]
    [InlineData("{allOf: [{type: integer}, {description: some}]}", typeof(int?))]
    [InlineData("true", typeof(JsonElement?))]
    public void A_member_has_the_type_that_its_values_have(string schema, Type type)
    {
        var small = Small.Schemas($"a: {{properties: {{v: {schema}}}}}");
        Assert.Equal(type, small.Member("A", "V"));
        Assert.Empty(small.Complaints);
    }

    [Theory]
    [InlineData("duration", "P1M")]
    [InlineData("duration", "P1DT12H")]
    [InlineData("time", "10:00:00Z")]
    [InlineData("time-span", "1.12:00:00")]
    public void A_length_or_a_time_of_day_comes_back_as_it_was(string format, string text) =>
        Assert.Equal($$"""{"v":"{{text}}"}""", Small.Schemas($"a: {{properties: {{v: {{type: string, format: {format}}}}}}}").Back("A", $$"""{"v":"{{text}}"}"""));

    [Theory]
    [InlineData("2022-03-12t23:20:50z", "2022-03-12T23:20:50+00:00")]
    [InlineData("2022-03-12T23:20:50.123456789Z", "2022-03-12T23:20:50.1234567+00:00")]
    [InlineData("2022-03-12T23:20:50.12345678901234567890+01:30", "2022-03-12T23:20:50.1234567+01:30")]
    [InlineData("2022-03-12 23:20:50Z", "2022-03-12T23:20:50+00:00")]
    [InlineData("2022-03-12T23:20:50-00:00", "2022-03-12T23:20:50+00:00")]
    [InlineData("2022-03-12T23:20:50+23:59", "2022-03-11T23:21:50+00:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00")]
    [InlineData("2016-12-31T15:59:60.5-08:00", "2016-12-31T16:00:00.5-08:00")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00+00:00")]
    public void A_time_of_RFC_3339_is_read(string text, string written) => Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(Time($"\"{text}\""), OpenPaymentsJsonContext.Default.DateTimeOffset));

    [Theory]
    [InlineData("\"2022-03-12T23:20:50\"", "no offset")]
    [InlineData("\"2022-03-12\"", "RFC 3339")]
    [InlineData("\"2022-03-12T23:20Z\"", "RFC 3339")]
    [InlineData("\"2022-03-12T12:00:60Z\"", "RFC 3339")]
    [InlineData("\"2022-02-29T00:00:00Z\"", "RFC 3339")]
    [InlineData("\"2022-03-12T24:00:00Z\"", "RFC 3339")]
    [InlineData("\"2022-03-12T23:20:50.Z\"", "RFC 3339")]
    [InlineData("\"2022-03-12T23:20:50+24:00\"", "RFC 3339")]
    [InlineData("\"2022-03-12T23:20:50Z \"", "RFC 3339")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"", "RFC 3339")]
    [InlineData("\"9999-12-31T23:59:60Z\"", "RFC 3339")]
    [InlineData("\"٢022-03-12T23:20:50Z\"", "RFC 3339")]
    [InlineData("\"\\ud800\"", "")]
    [InlineData("\"\"", "RFC 3339")]
    [InlineData("1669880000", "RFC 3339")]
    public void Anything_else_is_refused_with_a_sentence_and_never_read_in_the_hosts_zone(string json, string why) =>
        Assert.Contains(why, Assert.Throws<JsonException>(() => Time(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_time_is_read_so_in_any_printed_context()
    {
        var small = Small.Schemas("a: {properties: {t: {type: array, items: {type: string, format: date-time}}}}");
        Assert.Equal("""{"t":["2022-03-12T23:20:50+00:00"]}""", small.Back("A", """{"t":["2022-03-12t23:20:50z"]}"""));
        Assert.Throws<JsonException>(() => small.Read("A", """{"t":["2022-03-12T23:20:50"]}"""));
    }

    private static DateTimeOffset Time(string json) => JsonSerializer.Deserialize(json, OpenPaymentsJsonContext.Default.DateTimeOffset);
}

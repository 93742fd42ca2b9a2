using System.Text.Json;

namespace OpenPayments.Generated.Tests;

/// <summary>The printed context alone reads and writes all that was printed.</summary>
public class ContextTests
{
    public static TheoryData<string> Documents =>
    [
        "a: {anyOf: [{type: string}, {type: integer}]}",
        "a: {anyOf: [{type: boolean}, {type: number}]}",
        "a: {oneOf: [{type: string, format: date-time}, {type: integer, format: int64}, {type: object, properties: {x: {type: string}}, required: [x]}]}",
        "a: {oneOf: [{type: string, format: uuid}, {type: number, format: float}]}",
        "a: {oneOf: [{type: string, format: date}, {type: number, format: decimal}]}",
        "a: {oneOf: [{type: string, format: byte}, {type: boolean}]}",
        "a: {oneOf: [{type: string, format: uri}, {type: boolean}]}",
        "a: {oneOf: [{type: string, format: uint64}, {type: boolean}]}",
        "a: {oneOf: [{type: [string, 'null']}, {type: boolean}]}",
        "a: {type: [string, integer, boolean]}",
        "a: {type: array, prefixItems: [{type: string}, {type: integer}]}",
        "a: {properties: {p: {type: array, prefixItems: [{type: string}, {type: integer}]}}}",
        "a: {type: array, items: {type: string, format: date-time}}",
        "a: {type: array, items: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}}",
        "a: {type: object, additionalProperties: {type: array, items: {type: integer, format: int64}}}",
        "a: {type: string}",
        "a: {type: integer}",
        "a: {type: boolean}",
        "a: {}",
        "a: {properties: {v: {}}}",
        "a: {type: object}",
        "a: {oneOf: [{$ref: '#/components/schemas/mode'}, {type: object, properties: {x: {type: string}}, required: [x]}]}\nmode: {type: string, enum: [on, off]}",
        "a: {oneOf: [{type: string, enum: [on, off]}, {type: integer}]}",
        "a: {oneOf: [{title: one, properties: {k: {type: string, format: date-time}, n: {type: integer, format: int64}, x: {type: string}}, required: [x]}, {title: two, properties: {k: {type: string, format: date-time}, n: {type: integer, format: int64}, y: {type: string}}, required: [y]}]}",
        "a: {properties: {x: {type: string}}, additionalProperties: {type: integer}}",
        "a: {properties: {x: {type: string}}, patternProperties: {'^x-': {type: integer}}, additionalProperties: false}",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_type_and_every_case_is_read_and_written(string schemas) => Assert.Empty(Small.Schemas(schemas).Complaints);

    [Fact]
    public void What_an_operation_sends_is_written()
    {
        const string body = "requestBody: {required: true, content: {application/json: {schema: ";
        var small = Small.Document($"paths:\n  /a:\n    post: {{operationId: one, {body}{{type: array, items: {{type: integer, format: int64}}}}}}}}}}, {Small.Answer("{type: string}")}}}\n    put: {{operationId: two, {body}{{oneOf: [{{type: string}}, {{type: integer}}]}}}}}}}}, {Small.Answer("{type: object, additionalProperties: {type: boolean}}")}}}\n");
        Assert.Empty(small.Complaints);
    }

    [Theory]
    [InlineData("\"file://\\u202e\"")]
    [InlineData("\"http://[\"")]
    [InlineData("7")]
    [InlineData("{}")]
    public void A_url_that_is_none_is_a_wrong_value_like_any_other(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"walletAddress":{{json}}}""", OpenPaymentsJsonContext.Default.CreateIncomingPaymentRequest));

    [Fact]
    public void So_it_is_in_any_printed_context() =>
        Assert.Throws<JsonException>(() => Small.Schemas("a: {properties: {u: {type: array, items: {type: string, format: uri}}}}").Read("A", "{\"u\":[\"file://\\u202e\"]}"));
}

namespace OpenPayments.Generated.Tests;

/// <summary>Schemas that are true, false or none; names that meet; successes without a body.</summary>
public class DocumentTests
{
    [Theory]
    [InlineData("a: true")]
    [InlineData("a: {type: array, items: true}")]
    [InlineData("a: {type: array, items: false}")]
    [InlineData("a: {properties: {x: true, y: false}}")]
    [InlineData("a: {properties: {x: }}")]
    [InlineData("a: {anyOf: [{properties: {x: true}, required: [x]}, false, {type: string}]}")]
    [InlineData("a: {allOf: [true, {properties: {x: {type: string}}}]}")]
    [InlineData("a: {type: object, additionalProperties: true}")]
    [InlineData("a: {properties: {x: {type: string, required: true, description: 2024, deprecated: 'yes'}}}")]
    [InlineData("a: {properties: {x: {description: }}, required: }")]
    public void A_schema_that_is_true_is_anything_and_false_is_not_there(string schemas) => Assert.Empty(Small.Schemas(schemas).Complaints);

    [Theory]
    [InlineData("a: false", "small.yaml(6,8): error OPGEN007: /components/schemas/a: ")]
    [InlineData("a: {properties: {x: false}, required: [x]}", "small.yaml(6,25): error OPGEN007: /components/schemas/a/properties/x: ")]
    [InlineData("a: {properties: {x: 7}}", "small.yaml(6,25): error OPGEN007: /components/schemas/a/properties/x: ")]
    [InlineData("a: {items: [{type: string}]}", "error OPGEN007: /components/schemas/a/items: ")]
    [InlineData("a: {oneOf: {type: string}}", "error OPGEN007: /components/schemas/a/oneOf: ")]
    [InlineData("a: {oneOf: [false]}", "error OPGEN007: /components/schemas/a/oneOf")]
    [InlineData("a: {properties: [x]}", "error OPGEN007: /components/schemas/a/properties: ")]
    [InlineData("a: {enum: x}", "error OPGEN007: /components/schemas/a/enum: ")]
    [InlineData("a: {type: 7}", "error OPGEN007: /components/schemas/a/type: ")]
    [InlineData("a: {type: text}", "error OPGEN007: /components/schemas/a/type: ")]
    [InlineData("a: {properties: {x: {type: strnig}}}", "error OPGEN007: /components/schemas/a/properties/x/type: ")]
    public void What_is_no_schema_is_refused_at_its_place(string schemas, string begin) => Assert.Contains(begin, Small.Refusal(schemas), StringComparison.Ordinal);

    [Fact]
    public void A_name_helps_where_two_values_meet()
    {
        const string schemas = "a: {properties: {sort: {type: string, enum: [id, -id]}}}";
        Assert.Contains("\"value:ASort/-id\" in names.json", Small.Refusal(schemas), StringComparison.Ordinal);
        Assert.NotNull(Small.Schemas(schemas, ("value:ASort/-id", "IdDescending")).Type("ASort").GetProperty("IdDescending"));
    }

    [Fact]
    public void A_name_helps_where_two_members_meet()
    {
        const string schemas = "a: {properties: {id: {type: string}, -id: {type: string}}}";
        Assert.Contains("\"member:A/-id\" in names.json", Small.Refusal(schemas), StringComparison.Ordinal);
        var small = Small.Schemas(schemas, ("member:A/-id", "Minus"));
        Assert.Equal("""{"id":"x","-id":"y"}""", small.Back("A", """{"id":"x","-id":"y"}"""));
    }

    [Fact]
    public void A_name_helps_where_two_parameters_meet()
    {
        var yaml = $"paths: {{/a: {{get: {{operationId: list, parameters: [{{name: id, in: query, schema: {{type: string}}}}, {{name: -id, in: query, schema: {{type: string}}}}], {Small.Answer("{type: string}")}}}}}}}";
        var refusal = Assert.Throws<OpenPayments.SpecPrep.SpecException>(() => Small.Document(yaml));
        Assert.Contains("\"parameter:List/-id\" in names.json", refusal.Diagnostic, StringComparison.Ordinal);
        Assert.Contains("string? minus", Small.Document(yaml, ("parameter:List/-id", "minus")).Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Secret")]
    [InlineData("Task")]
    [InlineData("Uri")]
    [InlineData("Stream")]
    [InlineData("System")]
    [InlineData("Type")]
    [InlineData("string")]
    [InlineData("ApiResult")]
    [InlineData("NoContent")]
    [InlineData("HttpContent")]
    [InlineData("List")]
    [InlineData("Refit")]
    public void A_schema_called_like_what_the_code_uses_is_called_otherwise(string name)
    {
        var small = Small.Schemas($"{name}: {{properties: {{u: {{type: string, format: uri}}, t: {{type: string, format: date-time}}, self: {{$ref: '#/components/schemas/{name}'}}}}}}\nb: {{type: array, items: {{$ref: '#/components/schemas/{name}'}}}}");
        Assert.Empty(small.Complaints);
    }

    [Theory]
    [InlineData("a: {type: string, enum: [a, b]}")]
    [InlineData("a: {type: string, enum: [x, x]}")]
    [InlineData("a: {type: string, enum: ['', ' ', '*']}")]
    public void An_enumeration_compiles_whatever_it_names(string schemas) => Assert.Empty(Small.Schemas(schemas).Complaints);

    [Fact]
    public void Error_codes_compile_whatever_they_are()
    {
        const string error = "{properties: {error: {properties: {code: {enum: [too_fast, too-fast, '404', 'a \"b\"', 7, codes]}}}}}";
        var small = Small.Document("paths: {/a: {get: {operationId: a, responses: {'400': {content: {application/json: {schema: " + error + "}}}, '204': {description: gone}}}}}");
        Assert.Contains("\"too-fast\"", small.Code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'200': BODY, '204': {description: none}", "OrNothing<string>")]
    [InlineData("'204': {description: none}, '200': BODY", "OrNothing<string>")]
    [InlineData("'200': BODY, '202': {description: later, content: {text/plain: {}}}", "OrNothing<string>")]
    [InlineData("'200': BODY, '201': BODY", "string")]
    [InlineData("2XX: BODY", "string")]
    [InlineData("'200': {description: ok, content: {'application/json; charset=utf-8': {schema: {type: string}}}}", "string")]
    [InlineData("'200': {description: ok, content: {application/hal+json: {schema: {type: string}}}}", "string")]
    [InlineData("'200': {description: ok, content: {text/plain: {}, application/hal+json: {schema: {type: integer}}, application/json: {schema: {type: string}}}}", "string")]
    [InlineData("'204': {description: none}", "NoContent")]
    [InlineData("'200': BODY, '201': {description: made, content: {application/json: {schema: {type: integer}}}}", "GetResponse")]
    public void Every_declared_success_is_in_the_result(string responses, string result)
    {
        var small = Small.Document($"paths: {{/a: {{get: {{operationId: get, responses: {{{responses.Replace("BODY", "{description: ok, content: {application/json: {schema: {type: string}}}}", StringComparison.Ordinal)}}}}}}}}}");
        Assert.Contains($"Task<ApiResult<{result}>> GetAsync(", small.Code, StringComparison.Ordinal);
        Assert.Empty(small.Complaints);
    }

    [Fact]
    public void A_body_that_is_no_JSON_is_refused()
    {
        var refusal = Assert.Throws<OpenPayments.SpecPrep.SpecException>(() => Small.Document("paths: {/a: {post: {operationId: a, requestBody: {content: {multipart/form-data: {schema: {type: object}}}}, responses: {'204': {description: none}}}}}"));
        Assert.Contains("OPGEN008", refusal.Diagnostic, StringComparison.Ordinal);
        Assert.Contains("multipart/form-data", refusal.Diagnostic, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_merged_by_a_YAML_key_is_there() =>
        Assert.Equal(typeof(string), Small.Schemas("a: {properties: {x: &x {type: string}, y: {<<: *x, description: same}}}").Member("A", "Y"));
}

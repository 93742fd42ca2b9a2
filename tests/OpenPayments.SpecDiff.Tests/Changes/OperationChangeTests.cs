namespace OpenPayments.SpecDiff.Tests;

/// <summary>Operations: their addresses, parameters, tokens, statuses and bodies.</summary>
public class OperationChangeTests
{
    private const string One = "/a: {get: {operationId: a, responses: {'200': {}}}}";
    private const string Body = "content: {application/json: {schema: {type: string}}}";

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "A new operation breaks servers that do not offer it", "", One, "Added `GET /a` (a): new operation; client None; server Wire" },
        { "A removed operation breaks clients that call it", One, "", "Removed `GET /a` (a): operation removed; client Wire; server None" },
        { "An operation at another address breaks both", One, "/b: {get: {operationId: a, responses: {'200': {}}}}", "is `GET /b` now; client Wire; server Wire" },
        { "An operation of another name breaks code that is generated again", One, "/a: {get: {operationId: b, responses: {'200': {}}}}", "Renamed `GET /a` (a): operationId `a` became `b`; client Compile; server None" },
        { "The name of a path's parameter is none", "'/{x}': {get: {operationId: a, responses: {}}}", "'/{y}': {get: {operationId: a, responses: {}}}", "" },
        { "A new required parameter breaks clients", One, With("parameters: [{in: query, name: q, required: true, schema: {type: string}}]"), "query:q: new required parameter; client Wire; server Wire" },
        { "A new optional parameter breaks nobody", One, With("parameters: [{in: query, name: q, schema: {type: string}}]"), "query:q: new optional parameter; client None; server None" },
        { "A removed parameter breaks clients that ask with it", With("parameters: [{in: query, name: q, schema: {type: string}}]"), One, "query:q: optional parameter removed; client Wire; server None" },
        { "A parameter of another type breaks both", With("parameters: [{in: query, name: q, schema: {type: string}}]"), With("parameters: [{in: query, name: q, schema: {type: integer}}]"), "query:q: type `string` became `integer`; client Wire; server Wire" },
        { "A header that became required breaks clients", With("parameters: [{in: header, name: h, schema: {type: string}}]"), With("parameters: [{in: header, name: h, required: true, schema: {type: string}}]"), "header:h: became required; client Wire; server None" },
        { "A token that is asked for breaks clients", With("security: []"), With("security: [{GNAP: []}]"), "access token: `none` became `required`; client Wire; server None" },
        { "A token that is no longer asked for breaks servers", With("security: [{GNAP: []}]"), With("security: []"), "access token: `required` became `none`; client None; server Wire" },
        { "A new success breaks clients", One, "/a: {get: {operationId: a, responses: {'200': {}, '202': {}}}}", "202: new status; client Wire; server None" },
        { "A removed success breaks servers", "/a: {get: {operationId: a, responses: {'200': {}, '202': {}}}}", One, "202: status removed; client None; server Wire" },
        { "A new error breaks nobody", One, "/a: {get: {operationId: a, responses: {'200': {}, '409': {}}}}", "409: new status; client None; server None" },
        { "A body where there was none breaks servers", One, $"/a: {{get: {{operationId: a, responses: {{'200': {{{Body}}}}}}}}}", "200: has a body now; client None; server Wire" },
        { "A body that is gone breaks clients", $"/a: {{get: {{operationId: a, responses: {{'200': {{{Body}}}}}}}}}", One, "200: has no body any more; client Wire; server None" },
        { "A request body where there was none breaks both", One, With($"requestBody: {{{Body}}}"), "request: has a body now; client Wire; server Wire" },
        { "A body that became required breaks clients", With($"requestBody: {{{Body}}}"), With($"requestBody: {{required: true, {Body}}}"), "request: the body became required; client Wire; server None" },
        { "Another media type breaks who has only the old one", With($"requestBody: {{{Body}}}"), With($"requestBody: {{{Body.Replace("application/json:", "text/plain:", StringComparison.Ordinal)}}}"), "request: media type `application/json` removed; client Wire; server None\nrequest: new media type `text/plain`; client None; server Wire" },
        { "A new header of an answer breaks nobody", One, "/a: {get: {operationId: a, responses: {'200': {headers: {Location: {schema: {type: string}}}}}}}", "200: new header `Location`; client None; server None" },
        { "Another order of operations is none", One + ", /b: {get: {operationId: b, responses: {}}}", "/b: {get: {operationId: b, responses: {}}}, " + One, "" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Found(string sentence, string from, string to, string expected)
    {
        var found = Small.Found($"paths: {{{from}}}", $"paths: {{{to}}}");
        Assert.True(found == expected, $"{sentence}: {found}");
    }

    [Fact]
    public void Another_security_scheme_breaks_both() =>
        Assert.Equal("is another one; client Wire; server Wire", Small.Found(
            "paths: {}\ncomponents: {securitySchemes: {GNAP: {type: apiKey, in: header, name: Authorization}}}", "paths: {}\ncomponents: {securitySchemes: {GNAP: {type: http, scheme: bearer}}}"));

    [Fact]
    public void A_shared_parameter_is_the_same_as_one_of_its_own() =>
        Assert.Equal("", Small.Found(
            "paths: {/a: {parameters: [{$ref: '#/components/parameters/q'}], get: {operationId: a, responses: {}}}}\ncomponents: {parameters: {q: {in: query, name: q, schema: {type: string}}}}",
            "paths: {/a: {get: {operationId: a, parameters: [{in: query, name: q, schema: {type: string}}], responses: {}}}}"));

    [Fact]
    public void Operations_that_changed_alike_are_told_together()
    {
        static string Two(string shared) => $"paths: {{/a: {{get: {{operationId: a, responses: {{'401': {{$ref: '#/components/responses/no'}}}}}}}}, /b: {{get: {{operationId: b, responses: {{'401': {{$ref: '#/components/responses/no'}}}}}}}}}}\ncomponents: {{responses: {{no: {{{shared}}}}}}}";
        var entry = Assert.Single(Small.Compare(Two(""), Two(Body)).Operations);
        Assert.Equal(("`GET /a` (a), `GET /b` (b)", 1), (entry.Name, entry.Changes.Count));
    }

    [Fact]
    public void A_schema_that_changed_alike_in_two_documents_is_told_once()
    {
        static List<SpecPrep.SpecDocument> Both(string thing) => [Small.Document(Small.InAnswers(thing), "one"), Small.Document(Small.InAnswers(thing), "two")];
        Assert.Equal("one, two", Assert.Single(Comparison.Of(Both("{type: string}"), Both("{type: integer}")).Schemas).Document);
    }

    private static string With(string more) => $"/a: {{get: {{operationId: a, responses: {{'200': {{}}}}, {more}}}}}";
}

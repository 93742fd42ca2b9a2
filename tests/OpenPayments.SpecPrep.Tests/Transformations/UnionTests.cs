using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep.Tests;

/// <summary>oneOf and anyOf as an abstract base and its cases.</summary>
public class UnionTests
{
    private static JsonObject After(string schemas)
    {
        var specs = Specs.Set(Specs.Document(Specs.Wrap(schemas)));
        new Unions().Apply(specs);
        return specs.Documents[0].Schemas;
    }

    private static string Marks(JsonObject schemas, string union) =>
        string.Join("; ", schemas[union]!["x-op-union"]!.AsArray().Select(c => $"{c!["csharp"]}: {c["token"]}{(c["tag"] is { } t ? $"{t}={c["tagValue"]}" : "")}{string.Join('+', (c["members"] as JsonArray ?? []).Select(m => m!.ToString()))}"));

    [Fact]
    public void A_member_with_one_value_in_each_case_tells_them_apart()
    {
        var schemas = After(
            """
            Item: {oneOf: [{$ref: '#/components/schemas/In'}, {$ref: '#/components/schemas/Out'}]}
            In: {properties: {type: {$ref: '#/components/schemas/InType'}, x: {type: string}}, required: [type]}
            Out: {properties: {type: {type: string, enum: [out]}}, required: [type]}
            InType: {type: string, enum: [in]}
            """);
        Assert.Equal("In: type=in; Out: type=out", Marks(schemas, "Item"));
        Specs.Is(
            """
            type: object
            additionalProperties: false
            allOf: [{$ref: '#/components/schemas/Item'}, {type: object, additionalProperties: false, properties: {x: {type: string}}, required: []}]
            x-op-tag: type
            x-op-tag-value: in
            """, schemas["In"]);
    }

    [Fact]
    public void Otherwise_the_members_that_only_some_require_tell_and_the_most_demanding_case_comes_first()
    {
        var schemas = After(
            """
            Limits:
              anyOf:
                - {properties: {receiver: {type: string}}}
                - {properties: {receiver: {type: string}, debit: {type: string}}, required: [debit]}
                - {properties: {receiver: {type: string}, receive: {type: string}, fee: {type: string}}, required: [receive, fee]}
            """);
        Assert.Equal("Limits.WithReceive: receive+fee; Limits.WithDebit: debit; Limits.Plain: ", Marks(schemas, "Limits"));
        Assert.Equal(["Plain", "WithDebit", "WithReceive"], schemas["Limits"]!["x-op-cases"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
        Assert.Equal(["receiver"], schemas["Limits"]!["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["debit"], schemas["Limits_WithDebit"]!["allOf"]![1]!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void A_scalar_case_is_told_by_its_JSON_type()
    {
        var schemas = After("Client: {oneOf: [{type: string, format: uri}, {title: by key, properties: {jwk: {type: string}}, required: [jwk]}]}");
        Assert.Equal("Client.ByKey: jwk; Client.UriValue: String", Marks(schemas, "Client"));
        Specs.Is("{type: string, format: uri}", schemas["Client_UriValue"]!["allOf"]![1]!["properties"]!["value"]);
    }

    [Theory]
    [InlineData("U: {oneOf: [{type: array}, {properties: {x: {type: string}}}]}", "OPGEN005", "cannot be recognised")]
    [InlineData("U: {oneOf: [{title: a, properties: {x: {type: string}}, required: [x]}, {title: b, properties: {x: {type: integer}}, required: [x]}]}", "OPGEN005", "nothing tells them apart")]
    [InlineData("U: {oneOf: [{title: a, properties: {x: {type: string}}, required: [x]}, {title: a, properties: {y: {type: string}}, required: [y]}]}", "OPGEN004", "\"case:U/2\" in names.json")]
    [InlineData("A: {properties: {x: {type: string}}, required: [x]}\nU: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}\nV: {oneOf: [{$ref: '#/components/schemas/A'}, {type: string}]}", "OPGEN005", "already a case of another union")]
    public void A_union_that_CSharp_cannot_say_is_refused_with_what_to_do(string schemas, string code, string remedy)
    {
        var error = Specs.Fails(new Unions(), schemas);
        Assert.Equal(code, error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("server.yaml(", error.Diagnostic, StringComparison.Ordinal);
    }
}

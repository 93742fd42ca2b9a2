using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep.Tests;

/// <summary>Which unions get a case for what a newer server says, and what their reader is told.</summary>
public class UnknownCaseTests
{
    private const string Paths =
        """
        paths:
          /a:
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Asked'}}}}
              responses: {'200': {content: {application/json: {schema: {properties: {list: {type: array, items: {$ref: '#/components/schemas/Told'}}}}}}}}

        """;

    private static JsonObject After(string schemas)
    {
        var specs = Specs.Set(Specs.Document(Paths + Specs.Wrap(schemas)));
        new Unions().Apply(specs);
        return specs.Documents[0].Schemas;
    }

    private static string Cases(JsonObject schemas, string union) => string.Join(' ', schemas[union]!["x-op-cases"]!.AsArray().Select(c => c!["csharp"]!.GetValue<string>()));

    [Fact]
    public void A_union_inside_an_answer_has_it_and_one_that_only_a_client_writes_has_not()
    {
        var schemas = After(
            """
            Asked: {oneOf: [{title: a, properties: {x: {type: string}}, required: [x]}, {type: string}]}
            Told: {oneOf: [{title: a, properties: {x: {$ref: '#/components/schemas/Inner'}}, required: [x]}, {type: string}]}
            Inner: {oneOf: [{type: string}, {type: integer}]}
            """);
        Assert.Equal("Asked.A Asked.StringValue", Cases(schemas, "Asked"));
        Assert.Equal("Told.A Told.StringValue Told.Unknown", Cases(schemas, "Told"));
        Assert.Equal("Inner.StringValue Inner.IntegerValue Inner.Unknown", Cases(schemas, "Inner"));
        Assert.Null(schemas["Asked"]!["x-op-unknown"]);
        Assert.NotNull(schemas["Told"]!["x-op-unknown"]);
    }

    [Fact]
    public void The_reader_knows_the_tag()
    {
        var schemas = After("Asked: {type: string}\nTold: {oneOf: [{title: a, properties: {type: {enum: [a]}}, required: [type]}, {title: b, properties: {type: {enum: [b]}}, required: [type]}]}");
        Assert.Equal("type", schemas["Told"]!["x-op-unknown"]!["tag"]!.GetValue<string>());
    }

    [Fact]
    public void A_case_that_requires_nothing_takes_only_objects_without_new_members()
    {
        var schemas = After("Asked: {type: string}\nTold: {oneOf: [{title: plain, properties: {r: {type: string}}}, {title: most, properties: {r: {type: string}, m: {type: string}}, required: [m]}]}");
        Specs.Is("{name: Plain, csharp: Told.Plain, component: Told_Plain, kind: record, members: [], only: [r, m]}", schemas["Told"]!["x-op-union"]![1]);
    }

    [Fact]
    public void What_all_cases_require_stays_with_the_cases_because_an_unknown_one_need_not_have_it()
    {
        const string cases = "{oneOf: [{title: a, properties: {c: {type: string}, o: {type: string}, x: {type: string}}, required: [c, x]}, {title: b, properties: {c: {type: string}, o: {type: string}, y: {type: string}}, required: [c, y]}]}";
        var schemas = After($"Asked: {cases}\nTold: {cases}");
        Assert.Equal(["c", "o"], schemas["Asked"]!["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["o"], schemas["Told"]!["properties"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["c", "x"], schemas["Told_A"]!["allOf"]![1]!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Theory]
    [InlineData("Told: {oneOf: [{title: unknown, properties: {x: {type: string}}, required: [x]}, {type: string}]}", "\"case:Told/1\" in names.json")]
    [InlineData("Told: {oneOf: [{type: string}, {$ref: '#/components/schemas/Unknown'}]}\nUnknown: {properties: {x: {type: string}}, required: [x]}", "\"type:Unknown\" in names.json")]
    public void A_case_of_that_name_is_refused_with_what_to_do(string schemas, string remedy)
    {
        var error = Assert.Throws<SpecException>(() => After("Asked: {type: string}\n" + schemas));
        Assert.Equal("OPGEN004", error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}

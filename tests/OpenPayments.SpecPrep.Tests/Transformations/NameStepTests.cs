namespace OpenPayments.SpecPrep.Tests;

/// <summary>The steps that turn what a document may call a thing into what C# can.</summary>
public class NameStepTests
{
    [Theory]
    [InlineData("a: {enum: [x, x, y]}", "a: {type: string, enum: [x, y]}")]
    [InlineData("a: {enum: [1, 2]}", "a: {type: integer}")]
    [InlineData("a: {enum: [1, -3000000000]}", "a: {type: integer, format: int64}")]
    [InlineData("a: {enum: [1, 2.5]}", "a: {type: number}")]
    [InlineData("a: {enum: [true]}", "a: {type: boolean}")]
    [InlineData("a: {enum: [x, 1]}", "a: {}")]
    [InlineData("a: {type: 'null'}", "a: {nullable: true}")]
    public void An_enumeration_holds_each_text_once_and_any_other_is_no_enumeration(string before, string after) => Specs.TurnsSchemas(new Enumerations(), before, after);

    [Theory]
    [InlineData("A: {enum: [read-all, 3ds, '*']}", "A: {enum: [read-all, 3ds, '*'], x-enumNames: [ReadAll, _3ds, Value3]}")]
    [InlineData("A: {enum: [value, equals, a]}", "A: {enum: [value, equals, a], x-enumNames: [ValueText, EqualsText, AText]}")]
    public void Each_value_gets_a_name(string before, string after) => Specs.TurnsSchemas(new ValueNames(), before, after);

    [Fact]
    public void Two_values_of_one_name_are_refused_until_a_hint_names_one()
    {
        const string schemas = "A: {enum: [read-all, read_all]}";
        var error = Specs.Fails(new ValueNames(), schemas);
        Assert.Equal("server.yaml(3,26): error OPGEN004: /components/schemas/A/enum/1: values 'read-all' and 'read_all' of A would both be called 'ReadAll'; name one with \"value:A/read_all\" in names.json", error.Diagnostic);
        var specs = Specs.Hinted("value:A/read_all", "ReadEverything", Specs.Wrap(schemas));
        new ValueNames().Apply(specs);
        Specs.Is("A: {enum: [read-all, read_all], x-enumNames: [ReadAll, ReadEverything]}", specs.Documents[0].Schemas);
    }

    [Fact]
    public void Names_and_values_are_escaped_as_literals_and_a_description_cannot_hold_the_templates_mark() => Specs.TurnsSchemas(new Literals(),
        """
        a: {description: 'a@@b', properties: {'x"y': {type: string}, z: {type: string, enum: ['\', "\t"]}}, required: ['x"y']}
        """,
        """
        a: {description: 'a@ @b', properties: {z: {type: string, enum: ['\\', '\u0009']}, 'x\"y': {type: string}}, required: ['x\"y']}
        """);

    [Fact]
    public void A_member_that_would_be_called_like_its_type_or_like_what_every_record_has_is_called_otherwise() => Specs.TurnsSchemas(new MemberNames(),
        "Quote: {properties: {quote: {type: string}, to_string: {type: string}, amount: {type: string}, a.b: {type: string}}}",
        "Quote: {properties: {quote: {type: string, x-op-member: QuoteValue}, to_string: {type: string, x-op-member: ToStringValue}, amount: {type: string}, a.b: {type: string, x-op-member: AB}}}");

    [Fact]
    public void A_hint_names_a_member()
    {
        var specs = Specs.Hinted("member:Quote/fx-rate", "Rate", Specs.Wrap("Quote: {properties: {fx-rate: {type: string}}}"));
        new MemberNames().Apply(specs);
        Specs.Is("Quote: {properties: {fx-rate: {type: string, x-op-member: Rate}}}", specs.Documents[0].Schemas);
        Assert.Empty(specs.Names.Unused());
    }

    [Theory]
    [InlineData("Quote: {properties: {fx-rate: {type: string}, fx_rate: {type: string}}}", "name one with \"member:Quote/fx_rate\" in names.json")]
    [InlineData("Quote: {properties: {'$': {type: string}}}", "name it with \"member:Quote/$\" in names.json")]
    public void Members_that_cannot_be_named_are_refused_with_what_to_do(string schemas, string remedy)
    {
        var error = Specs.Fails(new MemberNames(), schemas);
        Assert.Equal("OPGEN004", error.Code);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filter[a.b]", "filterAB")]
    [InlineData("class", "classValue")]
    [InlineData("url", "urlValue")]
    [InlineData("wallet-address", null)]
    public void A_query_parameter_gets_a_name_that_CSharp_takes(string name, string? expected)
    {
        var specs = Specs.Set(Specs.Document($"paths: {{/a: {{get: {{operationId: A, parameters: [{{name: '{name}', in: query}}]}}}}}}"));
        new MemberNames().Apply(specs);
        Assert.Equal(expected, specs.Documents[0].Operations.Single().Body["parameters"]![0]!["x-op-member"]?.GetValue<string>());
    }

    [Fact]
    public void Two_operations_of_one_name_are_refused()
    {
        var specs = Specs.Set(Specs.Document("paths: {/a: {get: {operationId: get-a}, post: {operationId: get_a}}}"));
        Assert.Contains("two operations would both be called 'GetA'", Assert.Throws<SpecException>(() => new TypeNames().Apply(specs)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case:U/Plain")]
    [InlineData("case:U/1")]
    public void A_case_is_named_by_its_default_name_or_its_place(string key)
    {
        var specs = Specs.Hinted(key, "Named", Specs.Wrap("U: {oneOf: [{properties: {x: {type: string}}, required: [x]}, {type: string}]}"));
        new Unions().Apply(specs);
        Assert.Contains("U_Named", specs.Documents[0].Schemas.Select(s => s.Key));
    }
}

namespace OpenPayments.SpecPrep.Tests;

/// <summary>Steps that keep what a document says where C# has one form for several of its ways to say it.</summary>
public class WholeKindTests
{
    [Theory]
    [InlineData("a: {const: 1319}", "a: {enum: [1319]}")]
    [InlineData("a: {const: null}", "a: {type: 'null', nullable: true}")]
    [InlineData("a: {type: [array, string], items: {type: integer}, format: uri}", "a: {anyOf: [{type: array, items: {type: integer}}, {type: string, format: uri}]}")]
    [InlineData("a: {type: [string, integer], enum: [auto, 1]}", "a: {anyOf: [{type: string, enum: [auto]}, {type: integer, enum: [1]}]}")]
    [InlineData("a: {anyOf: [{type: [string, 'null']}, {type: boolean}]}", "a: {anyOf: [{type: string}, {type: boolean}], nullable: true}")]
    public void Dialect_keeps_what_each_keyword_is_about(string before, string after) => Specs.TurnsSchemas(new Dialect(), before, after);

    [Theory]
    [InlineData("a: {properties: {}, patternProperties: {'^x-': {}}}", "a: {properties: {}, additionalProperties: true}")]
    [InlineData("a: {type: integer, minimum: 0, maximum: 4294967295}", "a: {type: integer, format: int64}")]
    [InlineData("a: {type: integer, maximum: 255}", "a: {type: integer}")]
    public void Limits_say_how_wide_a_number_is_and_patterns_that_an_object_is_open(string before, string after) => Specs.TurnsSchemas(new Validations(), before, after);

    [Theory]
    [InlineData("a: {oneOf: [{type: string, enum: [x]}, {type: string, enum: [y, x]}]}", "a: {type: string, enum: [x, y]}")]
    [InlineData("a: {description: d, anyOf: [{type: integer}, {type: integer, format: int64}]}", "a: {description: d, type: integer, format: int64}")]
    [InlineData("a: {anyOf: [{type: string, enum: [x]}, {type: string}, {properties: {}}]}", "a: {anyOf: [{type: string, enum: [x]}, {properties: {}}]}")]
    [InlineData("a: {anyOf: [{type: boolean}, {oneOf: [{type: string}, {type: integer}]}]}", "a: {anyOf: [{type: boolean}, {type: string}, {type: integer}]}")]
    [InlineData("a: {anyOf: [{type: boolean}, {type: string}]}", "a: {anyOf: [{type: boolean}, {type: string}]}")]
    public void Cases_that_nothing_tells_apart_are_one(string before, string after) => Specs.TurnsSchemas(new Choices(), before, after);

    [Fact]
    public void A_base_with_a_discriminator_becomes_the_union_and_its_members_go_to_the_cases() => Specs.TurnsSchemas(new Discriminators(),
        """
        pet: {description: any, discriminator: {propertyName: kind, mapping: {feline: cat}}, properties: {name: {type: string}}}
        cat: {allOf: [{$ref: '#/components/schemas/pet'}]}
        """,
        """
        pet: {description: any, oneOf: [{$ref: '#/components/schemas/cat'}], discriminator: {propertyName: kind, mapping: {feline: cat}}}
        cat: {allOf: [{$ref: '#/components/schemas/petBase'}], properties: {kind: {type: string, enum: [feline]}}, required: [kind]}
        petBase: {description: any, properties: {name: {type: string}}}
        """);

    [Fact]
    public void A_base_that_nothing_extends_is_a_plain_schema()
    {
        const string schemas = "pet: {discriminator: {propertyName: kind}, properties: {kind: {type: string}}}";
        Specs.TurnsSchemas(new Discriminators(), schemas, schemas);
    }

    [Theory]
    [InlineData("a: {allOf: [{type: string}, {description: d}]}", "a: {type: string}")]
    [InlineData("a: {allOf: [{$ref: '#/components/schemas/b'}, {description: d}]}\nb: {type: string, enum: [x]}", "a: {$ref: '#/components/schemas/b'}\nb: {type: string, enum: [x]}")]
    [InlineData("a: {allOf: [{properties: {x: {type: string, format: uri}}}, {properties: {x: {description: d}}}]}", "a: {type: object, properties: {x: {description: d, type: string, format: uri}}}")]
    public void Parts_of_allOf_add_up(string before, string after) => Specs.TurnsSchemas(new AllOf(), before, after);

    [Fact]
    public void A_merge_key_brings_in_what_is_not_written() =>
        Assert.Equal("""{"a":{"x":1,"y":2},"b":{"y":3,"x":1}}""", Yaml.Parse("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}", "x.yaml").ToJsonString());
}

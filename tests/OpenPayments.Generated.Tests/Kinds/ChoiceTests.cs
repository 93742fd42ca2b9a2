namespace OpenPayments.Generated.Tests;

/// <summary>Unions that are no unions of C#, and bases whose cases are said elsewhere.</summary>
public class ChoiceTests
{
    private const string Pets =
        """
        pet: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}, name: {type: string}}, required: [kind, name]}
        cat: {allOf: [{$ref: '#/components/schemas/pet'}, {properties: {lives: {type: integer}}, required: [lives]}]}
        dog: {allOf: [{$ref: '#/components/schemas/pet'}], properties: {breed: {type: string}}}
        """;

    [Theory]
    [InlineData("{oneOf: [{const: up}, {const: down}]}", false)]
    [InlineData("{oneOf: [{const: up}, {const: down}, {type: 'null'}]}", true)]
    [InlineData("{oneOf: [{const: up, title: Upwards}, {const: down, description: Downwards}, {const: null}]}", true)]
    [InlineData("{anyOf: [{type: string, enum: [up]}, {type: string, enum: [down, up]}]}", false)]
    [InlineData("{anyOf: [{type: string}, {type: string, enum: [up, down]}]}", false)]
    [InlineData("{anyOf: [{$ref: '#/components/schemas/one'}, {type: string, enum: [down]}]}", false)]
    [InlineData("{anyOf: [{oneOf: [{const: up}, {const: down}]}, {type: 'null'}]}", true)]
    public void A_choice_of_texts_is_an_open_enumeration(string schema, bool orNull)
    {
        var small = Small.Schemas($"a: {{properties: {{v: {schema}}}, required: [v]}}\none: {{type: string, enum: [up]}}");
        var type = small.Member("A", "V");
        Assert.Equal(orNull, Nullable.GetUnderlyingType(type) is not null);
        type = Nullable.GetUnderlyingType(type) ?? type;
        Assert.NotNull(type.GetProperty("Up"));
        Assert.NotNull(type.GetProperty("Down"));
        Assert.Equal("""{"v":"sideways"}""", small.Back("A", """{"v":"sideways"}"""));
        if (orNull) Assert.Equal("""{"v":null}""", small.Back("A", """{"v":null}"""));
        Assert.Empty(small.Complaints);
    }

    [Fact]
    public void Texts_beside_objects_are_one_case()
    {
        var small = Small.Schemas("a: {oneOf: [{const: up}, {const: down}, {type: object, properties: {x: {type: integer}}, required: [x]}]}");
        Assert.Equal(2 + 1, small.Type("A").GetMethod("Match")!.GetParameters().Length); // and the unknown one
        Assert.Equal("\"up\"", small.Back("A", "\"up\""));
        Assert.Empty(small.Complaints);
    }

    [Fact]
    public void A_base_with_a_discriminator_is_a_union_of_what_extends_it()
    {
        var small = Small.Document($"paths: {{/a: {{get: {{operationId: get-pet, {Small.Answer("{$ref: '#/components/schemas/pet'}")}}}}}}}\ncomponents:\n  schemas:\n{string.Join('\n', Pets.Split('\n').Select(l => "    " + l))}\n");
        Assert.Equal("Cat", small.Case("Pet", """{"name":"Tom","lives":9,"kind":"cat"}"""));
        Assert.Equal("""{"kind":"cat","name":"Tom","lives":9}""", small.Back("Pet", """{"name":"Tom","lives":9,"kind":"cat"}"""));
        Assert.Equal("Dog", small.Case("Pet", """{"name":"Rex","kind":"dog","breed":"mutt"}"""));
        Assert.Equal("Unknown", small.Case("Pet", """{"name":"Nemo","kind":"fish"}"""));
        Assert.Empty(small.Complaints);
    }

    [Theory]
    [InlineData("{propertyName: kind, mapping: {feline: '#/components/schemas/cat', canine: dog}}", "feline", "canine")]
    [InlineData("{propertyName: kind, mapping: {feline: cat}}", "feline", "dog")]
    public void Its_mapping_names_the_cases(string discriminator, string cat, string dog)
    {
        var small = Small.Schemas(Pets.Replace("{propertyName: kind}", discriminator, StringComparison.Ordinal));
        Assert.Equal("Cat", small.Case("Pet", $$"""{"name":"Tom","lives":9,"kind":"{{cat}}"}"""));
        Assert.Equal("Dog", small.Case("Pet", $$"""{"name":"Rex","kind":"{{dog}}"}"""));
    }

    [Fact]
    public void What_extends_a_case_is_a_case_too()
    {
        var small = Small.Schemas(Pets + "\npuppy: {allOf: [{$ref: '#/components/schemas/dog'}, {properties: {weeks: {type: integer}}}]}");
        Assert.Equal("""{"kind":"puppy","name":"Rex","breed":"mutt","weeks":7}""", small.Back("Pet", """{"kind":"puppy","name":"Rex","breed":"mutt","weeks":7}"""));
    }

    [Fact]
    public void A_discriminator_beside_a_union_tells_its_cases_apart()
    {
        var small = Small.Schemas(
            """
            pet: {oneOf: [{$ref: '#/components/schemas/cat'}, {$ref: '#/components/schemas/dog'}], discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/cat'}}}
            cat: {properties: {kind: {type: string}, x: {type: string}}, required: [kind]}
            dog: {properties: {kind: {type: string}, x: {type: string}}, required: [kind]}
            """);
        Assert.Equal("Cat", small.Case("Pet", """{"kind":"feline","x":"y"}"""));
        Assert.Equal("Dog", small.Case("Pet", """{"kind":"dog","x":"y"}"""));
        Assert.Empty(small.Complaints);
    }

    [Theory]
    [InlineData("{propertyName: kind, mapping: {cat: cat, kitty: cat}}", "gives cat two values")]
    [InlineData("{propertyName: kind, mapping: {cow: cow}}", "'cow' names no schema")]
    [InlineData("{mapping: {cow: cow}}", "propertyName")]
    public void A_discriminator_that_cannot_be_followed_is_refused(string discriminator, string why) =>
        Assert.Contains(why, Small.Refusal(Pets.Replace("{propertyName: kind}", discriminator, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a: {allOf: [{$ref: '#/components/schemas/b'}, {type: string}]}\nb: {properties: {x: {type: string}}}", "OPGEN006")]
    [InlineData("a: {allOf: [{type: array, items: {type: string}}, {properties: {x: {type: string}}}]}", "OPGEN006")]
    public void Parts_that_do_not_fit_together_are_refused(string schemas, string code) => Assert.Contains(code, Small.Refusal(schemas), StringComparison.Ordinal);

    [Fact]
    public void A_part_that_says_more_of_a_member_keeps_what_was_said_before()
    {
        var small = Small.Schemas("a: {allOf: [{properties: {t: {type: string, format: date-time}}}, {properties: {t: {description: when}}}]}");
        Assert.Equal(typeof(DateTimeOffset?), small.Member("A", "T"));
    }
}

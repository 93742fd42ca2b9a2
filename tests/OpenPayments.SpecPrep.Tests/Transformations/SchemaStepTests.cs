namespace OpenPayments.SpecPrep.Tests;

/// <summary>The steps that look at one schema at a time: what stood there before, what stands there after.</summary>
public class SchemaStepTests
{
    [Fact]
    public void A_const_becomes_an_enumeration_of_one() =>
        Specs.TurnsSchemas(new Dialect(), "kind: {const: quote}", "kind: {type: string, enum: [quote]}");

    [Theory]
    [InlineData("a: {type: [string, 'null']}", "a: {type: string, nullable: true}")]
    [InlineData("a: {anyOf: [{$ref: '#/b'}, {type: 'null'}]}", "a: {anyOf: [{$ref: '#/b'}], nullable: true}")]
    [InlineData("a: {oneOf: [{type: 'null'}, {type: string}]}", "a: {oneOf: [{type: string}], nullable: true}")]
    [InlineData("a: {type: string, enum: [x, null]}", "a: {type: string, enum: [x], nullable: true}")]
    [InlineData("a: {type: [string, integer]}", "a: {anyOf: [{type: string}, {type: integer}]}")]
    [InlineData("a: {type: string}", "a: {type: string}")]
    public void Every_way_to_say_or_null_becomes_nullable(string before, string after) => Specs.TurnsSchemas(new Dialect(), before, after);

    [Theory]
    [InlineData("a: {properties: {x: {type: string}, y: {type: string}}, anyOf: [{}, {required: [x]}, {required: [y], title: y}]}", "a: {properties: {x: {type: string}, y: {type: string}}}")]
    [InlineData("a: {properties: {x: {type: string}}, oneOf: [{required: [x], type: object}]}", "a: {properties: {x: {type: string}}}")]
    [InlineData("a: {properties: {x: {type: string}}, oneOf: [{required: [x]}, {properties: {y: {type: string}}}]}", "a: {oneOf: [{allOf: [{properties: {x: {type: string}}}, {required: [x]}]}, {allOf: [{properties: {x: {type: string}}}, {properties: {y: {type: string}}}]}]}")]
    [InlineData("a: {oneOf: [{required: [x]}, {required: [y]}]}", "a: {oneOf: [{required: [x]}, {required: [y]}]}")]
    public void A_rule_on_which_members_go_together_is_no_union(string before, string after) => Specs.TurnsSchemas(new Alternatives(), before, after);

    [Fact]
    public void Members_beside_a_union_go_into_each_of_its_cases() => Specs.TurnsSchemas(new Alternatives(),
        "a: {description: all, properties: {x: {type: string}}, required: [x], oneOf: [{title: one, properties: {y: {type: string}}}, {$ref: '#/components/schemas/b'}]}\nb: {properties: {z: {type: string}}}",
        """
        a:
          description: all
          oneOf:
            - {title: one, allOf: [{properties: {x: {type: string}}, required: [x]}, {title: one, properties: {y: {type: string}}}]}
            - {title: b, allOf: [{properties: {x: {type: string}}, required: [x]}, {$ref: '#/components/schemas/b'}]}
        b: {properties: {z: {type: string}}}
        """);

    [Theory]
    [InlineData("a: {anyOf: [{type: string, description: inner}], description: outer}", "a: {description: outer, type: string}")]
    [InlineData("a: {allOf: [{$ref: '#/components/schemas/b'}], nullable: true}\nb: {type: string}", "a: {nullable: true, $ref: '#/components/schemas/b'}\nb: {type: string}")]
    [InlineData("a: {type: array, items: {oneOf: [{type: string}]}}", "a: {type: array, items: {type: string}}")]
    [InlineData("a: {type: array, items: {allOf: [{properties: {type: {enum: [ilp]}}, required: [type]}]}}", "a: {type: array, items: {properties: {type: {enum: [ilp]}}, required: [type]}}")]
    [InlineData("a: {oneOf: [{type: string}, {type: integer}]}", "a: {oneOf: [{type: string}, {type: integer}]}")]
    public void One_alternative_is_no_alternative(string before, string after) => Specs.TurnsSchemas(new SingleCases(), before, after);

    [Theory]
    [InlineData("a: {type: array, items: {anyOf: [{properties: {type: {enum: [ilp]}}, required: [type]}]}}")]
    [InlineData("a: {type: array, items: {oneOf: [{$ref: '#/components/schemas/b'}]}}\nb: {properties: {type: {enum: [ilp]}}, required: [type]}")]
    public void A_list_of_one_kind_that_says_which_announces_others(string schemas) => Specs.TurnsSchemas(new SingleCases(), schemas, schemas);

    [Fact]
    public void AllOf_becomes_one_flat_object_in_which_the_later_part_wins() => Specs.TurnsSchemas(new AllOf(),
        """
        base: {type: object, properties: {id: {type: string}, at: {type: string}}, required: [id]}
        more: {allOf: [{$ref: '#/components/schemas/base'}, {properties: {at: {type: integer}, n: {type: integer}}, required: [n, id]}], title: More}
        """,
        """
        base: {type: object, properties: {id: {type: string}, at: {type: string}}, required: [id]}
        more: {type: object, properties: {id: {type: string}, at: {type: integer}, n: {type: integer}}, required: [id, n], title: More}
        """);

    [Fact]
    public void AllOf_inside_what_AllOf_refers_to_is_flattened_too() => Specs.TurnsSchemas(new AllOf(),
        """
        c: {allOf: [{$ref: '#/components/schemas/b'}, {properties: {z: {type: string}}}]}
        b: {allOf: [{$ref: '#/components/schemas/a'}, {properties: {y: {type: string}}}]}
        a: {properties: {x: {type: string}}}
        """,
        """
        c: {type: object, properties: {x: {type: string}, y: {type: string}, z: {type: string}}}
        b: {type: object, properties: {x: {type: string}, y: {type: string}}}
        a: {properties: {x: {type: string}}}
        """);

    [Fact]
    public void A_union_inside_AllOf_is_refused_with_what_to_do()
    {
        var error = Specs.Fails(new AllOf(), "a: {allOf: [{oneOf: [{type: string}, {type: integer}]}, {properties: {x: {type: string}}}]}");
        Assert.Equal("OPGEN006", error.Code);
        Assert.Contains("write the union outside", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_a_scalar_array_or_map_becomes_the_thing_itself_and_keeps_its_own_description() => Specs.TurnsSchemas(new References(),
        """
        url: {type: string, format: uri, description: any URL}
        bag: {type: object}
        list: {type: array, items: {$ref: '#/components/schemas/thing'}}
        thing: {properties: {a: {$ref: '#/components/schemas/url', description: this URL}, b: {$ref: '#/components/schemas/bag'}, c: {$ref: '#/components/schemas/list'}}}
        """,
        """
        url: {type: string, format: uri, description: any URL}
        bag: {type: object}
        list: {type: array, items: {$ref: '#/components/schemas/thing'}}
        thing: {properties: {a: {description: this URL, type: string, format: uri}, b: {type: object}, c: {type: array, items: {$ref: '#/components/schemas/thing'}}}}
        """);

    [Fact]
    public void A_reference_to_a_type_keeps_the_description_and_nothing_else_beside_it() => Specs.TurnsSchemas(new References(),
        """
        thing: {properties: {x: {type: string}}}
        other: {properties: {y: {$ref: '#/components/schemas/thing', description: here, additionalProperties: false}}}
        """,
        """
        thing: {properties: {x: {type: string}}}
        other: {properties: {y: {$ref: '#/components/schemas/thing', description: here}}}
        """);

    [Fact]
    public void A_reference_to_nothing_names_its_place()
    {
        var error = Specs.Fails(new References(), "a: {properties: {b: {$ref: '#/components/schemas/gone'}}}");
        Assert.Equal("server.yaml(3,25): error OPGEN003: /components/schemas/a/properties/b: the reference #/components/schemas/gone points to nothing in this document; mend it or add what it names", error.Diagnostic);
    }

    [Fact]
    public void A_reference_that_leads_back_to_itself_is_refused() =>
        Assert.Equal("OPGEN003", Specs.Fails(new References(), "a: {$ref: '#/components/schemas/b'}\nb: {$ref: '#/components/schemas/a'}").Code);

    [Fact]
    public void A_member_that_is_a_64_bit_number_in_a_string_is_a_number_written_as_a_string_and_an_item_stays_a_string() =>
        Specs.TurnsSchemas(new Kinds(),
            "a: {properties: {v: {type: string, format: uint64}, w: {type: array, items: {type: string, format: uint64}}}}",
            "a: {type: object, additionalProperties: false, properties: {v: {type: integer, format: uint64, x-op-as-string: true}, w: {type: array, items: {type: string, format: uint64}}}}");

    [Fact]
    public void An_object_without_members_is_a_map() => Specs.TurnsSchemas(new Kinds(),
        "m: {type: object, additionalProperties: true}\nn: {type: object, additionalProperties: {type: string}}",
        "m: {type: object, additionalProperties: {}}\nn: {type: object, additionalProperties: {type: string}}");

    [Fact]
    public void An_object_is_closed_unless_it_says_otherwise() => Specs.TurnsSchemas(new Kinds(),
        "a: {properties: {}}\nb: {type: object, properties: {}, additionalProperties: true}",
        "a: {properties: {}, type: object, additionalProperties: false}\nb: {type: object, properties: {}, additionalProperties: true}");
}

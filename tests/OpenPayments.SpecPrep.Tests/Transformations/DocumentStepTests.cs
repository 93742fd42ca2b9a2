using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep.Tests;

/// <summary>The steps that look at operations or at several documents.</summary>
public class DocumentStepTests
{
    private static JsonObject After(ITransformation step, string yaml)
    {
        var specs = Specs.Set(Specs.Document(yaml));
        step.Apply(specs);
        return specs.Documents[0].Root;
    }

    [Fact]
    public void A_description_of_workflows_beside_the_documents_is_left_out()
    {
        var specs = Specs.Set(Specs.Document("openapi: 3.1.0"), Specs.Document("arazzo: 1.0.1", "workflows.arazzo"));
        new Files().Apply(specs);
        Assert.Equal(["server"], specs.Documents.Select(d => d.Name));
    }

    [Fact]
    public void Shared_parameters_and_responses_go_where_they_are_used() => Specs.Turns(new SharedParts(),
        """
        paths:
          /a:
            parameters: [{$ref: '#/components/parameters/id'}]
            get: {parameters: [{name: q, in: query}], responses: {'200': {$ref: '#/components/responses/ok'}}}
        components:
          parameters: {id: {name: id, in: path}}
          responses: {ok: {description: fine}}
        """,
        """
        paths:
          /a:
            get: {parameters: [{name: id, in: path}, {name: q, in: query}], responses: {'200': {description: fine}}, x-op-auth: none}
        components: {}
        """);

    [Fact]
    public void A_schema_that_points_at_a_parameter_means_its_schema()
    {
        var root = After(new SharedParts(),
            """
            paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/s'}], responses: {}}}}
            components: {parameters: {s: {name: s, in: header, schema: {$ref: '#/components/parameters/s'}}}}
            """);
        Specs.Is("{type: string}", root["paths"]!["/a"]!["get"]!["parameters"]![0]!["schema"]);
    }

    [Theory]
    [InlineData("security: []", "none")]
    [InlineData("parameters: [{name: Signature, in: header, required: true}]", "required")]
    [InlineData("parameters: [{name: Signature, in: header}]", "optional")]
    [InlineData("tags: []", "required")]
    public void Whether_a_token_is_taken_follows_from_security_and_the_signature(string member, string use)
    {
        var root = After(new SharedParts(), $"security: [{{GNAP: []}}]\npaths: {{/a: {{get: {{responses: {{}}, {member}}}}}}}");
        Assert.Equal(use, root["paths"]!["/a"]!["get"]!["x-op-auth"]!.GetValue<string>());
    }

    [Fact]
    public void Without_any_security_no_token_is_taken() =>
        Assert.Equal("none", After(new SharedParts(), "paths: {/a: {get: {}}}")["paths"]!["/a"]!["get"]!["x-op-auth"]!.GetValue<string>());

    [Fact]
    public void Codes_of_errors_are_gathered_through_references_and_unions()
    {
        var specs = Specs.Set(Specs.Document(
            """
            paths:
              /a:
                get:
                  responses:
                    '200': {content: {application/json: {schema: {properties: {error: {properties: {code: {enum: [not_an_error]}}}}}}}}
                    '400': {content: {application/json: {schema: {oneOf: [{$ref: '#/components/schemas/e1'}, {$ref: '#/components/schemas/e2'}]}}}}
            components:
              schemas:
                e1: {properties: {error: {properties: {code: {enum: [too_fast]}}}}}
                e2: {properties: {error: {properties: {code: {enum: [invalid_client]}}}}}
            """));
        new Noise().Apply(specs);
        Assert.Equal(["invalid_client", "too_fast"], specs.ErrorCodes);
    }

    [Fact]
    public void Noise_goes_and_what_CSharp_needs_stays() => Specs.Turns(new Noise(),
        """
        paths:
          /a:
            get:
              operationId: get-a
              tags: [x]
              parameters: [{name: q, in: query, schema: {type: string, minLength: 1}, example: z}, {name: id, in: path}, {name: Signature, in: header}]
              responses:
                '200': {description: fine, headers: {}, content: {application/json: {schema: {type: string, examples: [x]}, examples: {}}, text/html: {}}}
                '401': {description: no}
        components: {schemas: {s: {type: object, description: kept, readOnly: true, properties: {readOnly: {type: string}}, contains: {}}}}
        """,
        """
        paths:
          /a:
            get:
              operationId: get-a
              parameters: [{name: q, in: query, schema: {type: string}}]
              responses:
                '200': {description: fine, content: {application/json: {schema: {type: string}}}}
        components: {schemas: {s: {type: object, description: kept, properties: {readOnly: {type: string}}}}}
        """);

    [Fact]
    public void Schemas_that_nothing_uses_go() => Specs.Turns(new Unreachable(),
        """
        paths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/used'}}}}}}}}
        components: {schemas: {used: {properties: {x: {$ref: '#/components/schemas/inner'}}}, inner: {type: object}, unused: {properties: {y: {$ref: '#/components/schemas/inner'}}}}}
        """,
        """
        paths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/used'}}}}}}}}
        components: {schemas: {used: {properties: {x: {$ref: '#/components/schemas/inner'}}}, inner: {type: object}}}
        """);

    [Fact]
    public void Operations_and_schemas_get_CSharp_names_and_an_operation_notes_its_route()
    {
        var specs = Specs.Hinted("operation:get-a", "ReadA", "paths: {/a: {get: {operationId: get-a, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/the-thing'}}}}}}}}\ncomponents: {schemas: {the-thing: {type: object}}}");
        new TypeNames().Apply(specs);
        var root = specs.Documents[0].Root;
        Assert.Equal("ReadA", root["paths"]!["/a"]!["get"]!["operationId"]!.GetValue<string>());
        Assert.Equal("/a", root["paths"]!["/a"]!["get"]!["x-op-route"]!.GetValue<string>());
        Assert.Equal("server.yaml#/paths/~1a/get", root["paths"]!["/a"]!["get"]!["x-op-origin"]!.GetValue<string>());
        Assert.Equal("#/components/schemas/TheThing", root["paths"]!["/a"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>());
        Assert.NotNull(root["components"]!["schemas"]!["TheThing"]);
    }

    [Fact]
    public void Two_schemas_with_one_CSharp_name_are_refused() =>
        Assert.Equal("OPGEN004", Specs.Fails(new TypeNames(), "access-token: {type: object}\naccess_token: {type: object}").Code);

    [Fact]
    public void What_stands_inline_gets_a_name_after_its_place()
    {
        var specs = Specs.Set(Specs.Document(Specs.Wrap("Thing: {properties: {actions: {type: array, items: {type: string, enum: [a, b]}}, inner: {description: what, properties: {x: {type: string}}}}}")));
        new TypeNames().Apply(specs);
        Specs.Is(
            """
            Thing: {properties: {actions: {type: array, items: {$ref: '#/components/schemas/ThingAction'}}, inner: {$ref: '#/components/schemas/ThingInner', description: what}}}
            ThingAction: {type: string, enum: [a, b]}
            ThingInner: {description: what, properties: {x: {type: string}}}
            """, specs.Documents[0].Schemas);
    }

    [Fact]
    public void Two_different_things_that_would_get_one_name_are_numbered()
    {
        var specs = Specs.Set(Specs.Document(Specs.Wrap("U: {oneOf: [{properties: {k: {properties: {x: {type: string}}}}, required: [k]}, {properties: {k: {properties: {y: {type: string}}}, l: {type: string}}, required: [k, l]}]}")));
        new TypeNames().Apply(specs);
        Assert.Equal(["U", "UK", "UK2"], specs.Documents[0].Schemas.Select(s => s.Key));
    }

    [Fact]
    public void Documents_become_one_and_share_equal_schemas()
    {
        var specs = Specs.Set(
            Specs.Document("paths: {/: {get: {operationId: A}}}\ncomponents: {schemas: {Amount: {type: object, description: one way to say it}}}", "auth-server"),
            Specs.Document("paths: {/x: {get: {operationId: B}}}\ncomponents: {schemas: {Amount: {type: object, description: another}}}", "resource-server"));
        new Servers().Apply(specs);
        Assert.Equal(["/auth-server", "/resource-server/x"], specs.Merged["paths"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["Amount", "ErrorDetail", "ErrorResponse"], specs.Documents[0].Schemas.Select(s => s.Key));
    }

    [Fact]
    public void Schemas_that_differ_between_documents_are_told_apart_with_all_that_refers_to_them()
    {
        var specs = Specs.Set(
            Specs.Document(Specs.Wrap("Amount: {type: object}\nQuote: {properties: {a: {$ref: '#/components/schemas/Amount'}}}"), "auth-server"),
            Specs.Document(Specs.Wrap("Amount: {type: object, properties: {v: {type: string}}}\nQuote: {properties: {a: {$ref: '#/components/schemas/Amount'}}}"), "resource-server"));
        new Servers().Apply(specs);
        Assert.Equal(["Amount", "Quote", "ResourceServerAmount", "ResourceServerQuote", "ErrorDetail", "ErrorResponse"], specs.Documents[0].Schemas.Select(s => s.Key));
        Specs.Is("{$ref: '#/components/schemas/ResourceServerAmount'}", specs.Documents[0].Schemas["ResourceServerQuote"]!["properties"]!["a"]);
    }

    [Fact]
    public void Every_error_has_one_tolerant_shape_with_the_codes_as_constants()
    {
        var specs = Specs.Set(Specs.Document("paths: {}"));
        specs.ErrorCodes.UnionWith(["too_fast", "too-fast"]);
        new Servers().Apply(specs);
        Specs.Is("x: [{name: TooFast, value: too-fast}, {name: TooFast2, value: too_fast}]", new JsonObject { ["x"] = specs.Documents[0].Schemas["ErrorResponse"]!["x-op-error-codes"]!.DeepClone() });
        Specs.Is("x: []", new JsonObject { ["x"] = specs.Documents[0].Schemas["ErrorDetail"]!["required"]!.DeepClone() });
    }

    [Fact]
    public void A_type_notes_where_it_came_from_and_a_format_without_a_type_of_its_own_goes()
    {
        var specs = Specs.Set(Specs.Document(Specs.Wrap("A: {type: object, properties: {t: {type: string, format: duration}}}")));
        new Finish().Apply(specs);
        Specs.Is("{t: {type: string}}", specs.Documents[0].Schemas["A"]!["properties"]);
        Assert.Equal("server.yaml#/components/schemas/A", specs.Documents[0].Schemas["A"]!["x-op-origin"]!.GetValue<string>());
    }

    [Fact]
    public void A_reference_with_something_beside_it_moves_into_a_oneOf()
    {
        var specs = Specs.Set(Specs.Document(Specs.Wrap("a: {properties: {x: {$ref: '#/components/schemas/b', description: here}, y: {$ref: '#/components/schemas/b'}}}\nb: {type: object}")));
        new Finish().Apply(specs);
        Specs.Is("{x: {description: here, oneOf: [{$ref: '#/components/schemas/b'}]}, y: {$ref: '#/components/schemas/b'}}", specs.Documents[0].Schemas["a"]!["properties"]);
    }
}

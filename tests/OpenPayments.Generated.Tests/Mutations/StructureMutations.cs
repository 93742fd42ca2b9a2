using static OpenPayments.Generated.Tests.Mutations;

namespace OpenPayments.Generated.Tests;

/// <summary>The same said otherwise, and what only looks dangerous.</summary>
public class StructureMutations
{
    public static TheoryData<string> Names => Mutations.Names(All);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_breaks_what_must_learn_of_it_and_nothing_else(string name) => Mutations.Check(All, name);

    private const string Inline = "        access_token:\n          description: The token for the continuation alone; it is no use at the resource server.\n          type: object\n          required:\n            - value\n          properties:\n            value:\n              description: 'The token itself: opaque, and a secret. Each answer may bring another one.'\n              type: string\n";

    internal static IReadOnlyList<Mutation> All { get; } =
    [
        new("an inline object becomes a reference", "", "required Secret Value", Auth("    continue:", Inline, "        access_token: {$ref: '#/components/schemas/continue-access-token'}\n"),
            Schema("auth-server", "continue-access-token: {type: object, required: [value], properties: {value: {type: string}}}")),
        new("a reference becomes an inline object", "CS0029", "QuoteDebitAmount DebitAmount",
            Resource("    quote:", "          description: How much would leave the account, fees included. Ask for consent to this amount.\n          $ref: '#/components/schemas/amount'\n", "          type: object\n          properties: {value: {type: string, format: uint64}}\n          required: [value]\n")),
        new("a schema is called otherwise", "CS0246", "public sealed partial record Price", new Edit("resource-server", null, "schemas/quote'", "schemas/price'"), new Edit("resource-server", null, "\n    quote:\n", "\n    price:\n")),
        new("a schema moves into allOf", "", "required Amount DebitAmount",
            Resource("    quote:", "      additionalProperties: false\n      properties:\n", "      allOf: [{$ref: '#/components/schemas/dated'}]\n      properties:\n"),
            Schema("resource-server", "dated: {type: object, properties: {noted: {type: string}}}")),
        new("a schema in layers of allOf", "", "string? Deep", Resource("    quote:", "      additionalProperties: false\n", "      allOf: [{$ref: '#/components/schemas/b'}]\n"),
            Schema("resource-server", "b: {allOf: [{$ref: '#/components/schemas/c'}, {properties: {mid: {type: string}}}]}\n    c: {type: object, properties: {deep: {type: string}}}")),
        new("a schema that holds itself", "", "System.Collections.Generic.IReadOnlyList<Note>? Notes", Member(Resource, "quote", "method", "note: {$ref: '#/components/schemas/note'}"),
            Schema("resource-server", "note: {type: object, properties: {text: {type: string}, notes: {type: array, items: {$ref: '#/components/schemas/note'}}}}")),
        new("an empty schema of its own", "", "System.Text.Json.JsonElement? Anything", Member(Resource, "quote", "method", "anything: {$ref: '#/components/schemas/anything'}"), Schema("resource-server", "anything: {}")),
        new("a schema that nothing uses", "", "record Quote", Schema("resource-server", "lonely: {type: object, properties: {a: {type: string}}}")),
        new("lists of lists", "", "IReadOnlyList<System.Collections.Generic.IReadOnlyList<QuoteTable>>? Table", Member(Resource, "quote", "method", "table: {type: array, items: {type: array, items: {type: object, properties: {a: {type: string}}}}}")),
        new("a description with odd characters", "", "AccessQuote", new Edit("auth-server", null, "What may be done with quotes. Usually granted without consent.", "A </summary> & <b>*/ \\u0041 \"q\" '' {{ x }} {% if %} @@ //@@type@@ // $\\{y} é 😀 ]]> --> #if")),
        new("a description of many lines", "", "second line", new Edit("auth-server", null, "      description: What may be done with quotes. Usually granted without consent.\n", "      description: |\n        first line\n        */ second line\n\n        # third\n")),
        new("no description anywhere", "", "does not describe it", Auth("    access-quote:", "      description: What may be done with quotes. Usually granted without consent.\n", "")),
        new("anchors and aliases", "", "string? Two", Member(Resource, "quote", "method", "one: &text {type: string, description: same}\n        two: *text")),
        new("keywords that nobody knows", "", "record Quote", Resource("    quote:", "      additionalProperties: false\n", "      unevaluatedProperties: false\n      x-vendor: {a: [1]}\n      if: {properties: {}}\n      then: {}\n      $comment: c\n      patternProperties: {'^x-': {type: string}}\n")),
    ];
}

using static OpenPayments.Generated.Tests.Mutations;

namespace OpenPayments.Generated.Tests;

/// <summary>Members: new, gone, wider, narrower.</summary>
public class MemberMutations
{
    public static TheoryData<string> Names => Mutations.Names(All);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_breaks_what_must_learn_of_it_and_nothing_else(string name) => Mutations.Check(All, name);

    internal static IReadOnlyList<Mutation> All { get; } =
    [
        new("a new optional member of an answer", "", "string? Note { get; init; }", Member(Auth, "access_token", "manage", "note: {type: string}")),
        new("a new required member of an answer", "", "required Amount Fee { get; init; }",
            Member(Resource, "quote", "method", "fee: {$ref: '#/components/schemas/amount'}"), Resource("    quote:", "        - method\n", "        - method\n        - fee\n")),
        new("a new optional member of a request", "", "string? Locale { get; init; }", Member(Auth, "interact-request", "finish", "locale: {type: string}")),
        new("a new required member of a request", "CS9035", "required string Locale", Member(Auth, "interact-request", "finish", "locale: {type: string}"),
            Auth("    interact-request:", "        - start\n", "        - start\n        - locale\n")),
        new("an optional member is gone", "CS1061", "required System.Uri Manage", Auth("    access_token:", "        expires_in:\n", "        expires_later:\n")),
        new("a required member of a request is gone", "CS0117", "required System.Uri Receiver", new Edit("resource-server", null, "                    method:\n", "                    via:\n"),
            new Edit("resource-server", null, "                    - method\n", "")),
        new("a required member becomes optional", "CS8600 CS8602", "Amount? DebitAmount", Resource("    quote:", "        - debitAmount\n", "")),
        new("an optional member becomes required", "", "required string PublicName", Wallet("    wallet-address:", "        - assetCode\n", "        - assetCode\n        - publicName\n")),
        new("a member may be null by its list of types", "CS8602", "required string? AssetCode", Wallet("    wallet-address:", "          type: string\n        assetScale:", "          type: [string, 'null']\n        assetScale:")),
        new("a member may be null by a union", "CS8600 CS8602", "required Amount? DebitAmount",
            Resource("    quote:", "        debitAmount:\n          description: How much would leave the account, fees included. Ask for consent to this amount.\n          $ref: '#/components/schemas/amount'\n",
                "        debitAmount:\n          anyOf: [{$ref: '#/components/schemas/amount'}, {type: 'null'}]\n")),
        new("a member may be null as OpenAPI 3.0 says it", "CS8602", "required string? AssetCode", Wallet("    wallet-address:", "          type: string\n        assetScale:", "          type: string\n          nullable: true\n        assetScale:")),
        new("a wider integer", "CS0266", "long? ExpiresIn", Auth("    access_token:", "          type: integer\n", "          type: integer\n          format: int64\n")),
        new("a member of another type", "CS0029", "string? ExpiresIn", Auth("    access_token:", "          type: integer\n", "          type: string\n")),
        new("a default value", "", "int? ExpiresIn", Auth("    access_token:", "          type: integer\n", "          type: integer\n          default: 600\n")),
        new("a deprecated member", "", "int? ExpiresIn", Auth("    access_token:", "          type: integer\n", "          type: integer\n          deprecated: true\n")),
        new("a member of any shape", "", "System.Text.Json.JsonElement? Extra", Member(Auth, "access_token", "manage", "extra: {}")),
        new("a member that is a map", "", "System.Collections.Generic.IReadOnlyDictionary<string, int>? Counts", Member(Auth, "access_token", "manage", "counts: {type: object, additionalProperties: {type: integer}}")),
        new("members of other formats", "", "System.DateOnly? Day", Member(Auth, "access_token", "manage", "day: {type: string, format: date}\n        key: {type: string, format: uuid}\n        rate: {type: number, format: double}\n        big: {type: string, format: int64}\n        bytes: {type: string, format: byte}\n        span: {type: string, format: duration}")),
        new("a member called like its schema", "", "QuoteValue { get; init; }", Member(Resource, "quote", "method", "quote: {type: string}")),
        new("members called like what every record has", "", "JsonPropertyName(\"to_string\")", Member(Resource, "quote", "method", "to_string: {type: string}\n        equals: {type: string}\n        get_type: {type: string}\n        class: {type: string}\n        3ds: {type: string}")),
        new("a member with odd characters in its name", "", "JsonPropertyName(\"x-\\\"odd\\\"\\\\ name\")", Member(Auth, "access_token", "manage", "'x-\"odd\"\\ name': {type: string}")),
        new("an open object where it was closed", "", "System.Text.Json.JsonElement>? AdditionalProperties", Auth("    access_token:", "      additionalProperties: false\n", "      additionalProperties: true\n")),
        new("a closed object where it was open", "CS1061", "required string AssetCode", Wallet("    wallet-address:", "      additionalProperties: true\n", "      additionalProperties: false\n")),
    ];
}

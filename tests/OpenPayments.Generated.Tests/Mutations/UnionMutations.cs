using static OpenPayments.Generated.Tests.Mutations;

namespace OpenPayments.Generated.Tests;

/// <summary>Unions and enumerations.</summary>
public class UnionMutations
{
    public static TheoryData<string> Names => Mutations.Names(All);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_breaks_what_must_learn_of_it_and_nothing_else(string name) => Mutations.Check(All, name);

    private const string Quote = "        - $ref: '#/components/schemas/access-quote'\n";
    private const string Card = "access-card: {type: object, properties: {type: {type: string, enum: [card]}, actions: {type: array, items: {type: string, enum: [read]}}}, required: [type, actions]}";

    internal static IReadOnlyList<Mutation> All { get; } =
    [
        // where the arms are named, the compiler complains of the arm that now meets the new case (CS1061), else of the one that is missing (CS7036)
        new("a new kind of access", "CS1061", "record AccessCard : AccessItem", Auth("    access-item:", Quote, Quote + "        - $ref: '#/components/schemas/access-card'\n"), Schema("auth-server", Card)),
        new("a kind of access is gone", "CS0103 CS0246 CS1739", "record AccessIncoming : AccessItem", Auth("    access-item:", Quote, "")),
        new("a new case of an answer", "CS1061", "record WithSubject : GrantResponse",
            Auth("  /:", "                  - description: The grant is given.\n", "                  - {description: Proof alone., properties: {subject: {$ref: '#/components/schemas/subject'}}, required: [subject]}\n                  - description: The grant is given.\n")),
        new("a new kind of limit", "CS1061", "record WithTotal : LimitsOutgoing",
            Auth("    limits-outgoing:", "        - description: A limit on what reaches", "        - {type: object, properties: {total: {$ref: '#/components/schemas/amount'}}, required: [total]}\n        - description: A limit on what reaches")),
        new("a second way to pay", "CS7036", "record CardPaymentMethod : IncomingPaymentMethod",
            Resource("    incoming-payment-with-methods:", "                  - $ref: '#/components/schemas/ilp-payment-method'\n", "                  - $ref: '#/components/schemas/ilp-payment-method'\n                  - $ref: '#/components/schemas/card-payment-method'\n"),
            Schema("resource-server", "card-payment-method: {type: object, properties: {type: {const: card}, network: {type: string}}, required: [type, network]}")),
        new("a new case of a request", "CS7036", "record WithKeyRef : ClientInstance",
            Auth("    client:", "        - description: 'The client by its public key", "        - {type: object, properties: {key_ref: {type: string}}, required: [key_ref]}\n        - description: 'The client by its public key")),
        new("cases in another order", "", "Func<AccessQuote, T> accessQuote, System.Func<AccessIncoming, T> accessIncoming",
            Auth("    access-item:", Quote, ""), Auth("    access-item:", "        - $ref: '#/components/schemas/access-incoming'\n", Quote + "        - $ref: '#/components/schemas/access-incoming'\n")),
        new("anyOf instead of oneOf", "", "abstract partial record AccessItem", Auth("    access-item:", "      oneOf:\n", "      anyOf:\n")),
        new("const for an enumeration of one", "", "public string Type => \"quote\"", Auth("    access-quote:", "          enum:\n            - quote\n", "          const: quote\n")),
        new("a discriminator beside the union", "", "HasTag(reader, \"type\", \"quote\")", Auth("    access-item:", "      oneOf:\n", "      discriminator: {propertyName: type}\n      oneOf:\n")),
        new("members beside the union", "CS0103 CS0246", "required string Zone", Auth("    access-item:", "      oneOf:\n", "      properties: {zone: {type: string}}\n      required: [zone]\n      oneOf:\n")),
        new("common members beside cases that are written out", "CS9035", "required string Zone { get; init; }",
            Auth("    client:", "      oneOf:\n        - description: >-\n            The client by its wallet address as a bare string: the form of older releases, still understood. Prefer the\n            object.\n          type: string\n          format: uri\n          deprecated: true\n",
                "      properties: {zone: {type: string}}\n      required: [zone]\n      oneOf:\n        - {type: object, title: by wallet address uri, properties: {value: {type: string, format: uri}}, required: [value]}\n")),
        new("a union of scalars", "", "record StringValue : AccessTokenHint", Member(Auth, "access_token", "manage", "hint: {oneOf: [{type: string}, {type: integer}]}")),
        new("a list of types", "", "record IntegerValue : AccessTokenHint", Member(Auth, "access_token", "manage", "hint: {type: [string, integer]}")),
        new("a new value of an enumeration", "", "AccessQuoteAction Cancel { get; }", Auth("    access-quote:", "              - read-all\n", "              - read-all\n              - cancel\n")),
        new("a value of an enumeration is gone", "CS0117", "AccessQuoteAction Read { get; }", Auth("    access-quote:", "              - create\n", "")),
        new("values of an enumeration with odd characters", "", "AccessQuoteAction", Auth("    access-quote:", "              - read-all\n", "              - read-all\n              - 'say \"hi\" \\ {0}'\n              - '3ds'\n              - '*'\n              - class\n              - '+1'\n")),
        new("an enumeration of numbers", "", "int? Level", Member(Auth, "access_token", "manage", "level: {type: integer, enum: [1, 2, 3]}")),
        new("an enumeration that may be null", "", "AccessTokenMode? Mode", Member(Auth, "access_token", "manage", "mode: {type: [string, 'null'], enum: [a, b, null]}")),
    ];
}

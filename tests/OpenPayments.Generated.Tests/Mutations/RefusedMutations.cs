using static OpenPayments.Generated.Tests.Mutations;

namespace OpenPayments.Generated.Tests;

/// <summary>What C# cannot say, or nobody can mean: refused with the place and what to do.</summary>
public class RefusedMutations
{
    public static TheoryData<string> Names => Mutations.Names(All);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_breaks_what_must_learn_of_it_and_nothing_else(string name) => Mutations.Check(All, name);

    internal static IReadOnlyList<Mutation> All { get; } =
    [
        new("a reference to nothing", "OPGEN003", "/components/schemas/quote/properties/method: the reference #/components/schemas/gone points to nothing in this document; mend it or add what it names",
            Resource("    quote:", "#/components/schemas/payment-method", "#/components/schemas/gone")),
        new("a reference that leads back to itself", "OPGEN003", "leads back to itself; one of them must be a schema", Schema("resource-server", "a: {$ref: '#/components/schemas/b'}\n    b: {$ref: '#/components/schemas/a'}")),
        new("a reference to a file that is not there", "OPGEN003", "names a file that is not there", Resource("    quote:", "#/components/schemas/payment-method", "./gone.yaml#/components/schemas/a")),
        new("a reference into an operation", "OPGEN003", "must name something under components; put the schema there", Resource("    quote:", "#/components/schemas/payment-method", "#/paths/~1quotes/post/requestBody/content/application~1json/schema")),
        new("two cases that nothing tells apart", "OPGEN005", "/components/schemas/client/oneOf/2: cases 3 and 4 require the same members, so nothing tells them apart; require a member in one of them, or give both a tag",
            Auth("    client:", "      examples:\n", "        - {title: other, type: object, properties: {jwk: {type: string}}, required: [jwk]}\n      examples:\n")),
        new("a case that is a list", "OPGEN005", "so it cannot be recognised; give it members, or take it out of the union", Auth("    client:", "      examples:\n", "        - {type: array, items: {type: string}}\n      examples:\n")),
        new("a schema that is a case of two unions", "OPGEN005", "give AccessTokenOther a schema of its own with the same members", Member(Auth, "access_token", "manage", "other: {oneOf: [{$ref: '#/components/schemas/access-quote'}, {type: string}]}")),
        new("a union inside allOf", "OPGEN006", "write the union outside and the common members in each of its cases", Schema("auth-server", "mixed: {allOf: [{oneOf: [{type: string}, {type: integer}]}, {properties: {x: {type: string}}}]}")),
        new("two schemas of one C# name", "OPGEN004", "would both be called 'AccessToken'; rename one with \"type:...\" in names.json", Schema("auth-server", "accessToken: {type: object, properties: {a: {type: string}}}"),
            Member(Auth, "access_token", "manage", "other: {$ref: '#/components/schemas/accessToken'}")),
        new("two members of one C# name", "OPGEN004", "/components/schemas/access_token/properties/expires_in: members 'expiresIn' and 'expires_in' of AccessToken would both be called 'ExpiresIn'; name one with \"member:AccessToken/expires_in\" in names.json",
            Member(Auth, "access_token", "manage", "expiresIn: {type: string}")),
        new("two operations of one name", "OPGEN004", "two operations would both be called 'RotateToken'; give them operationIds of their own, or name one with \"operation:...\" in names.json",
            new Edit("auth-server", null, "operationId: delete-token", "operationId: post-token")),
        new("two values of one C# name", "OPGEN004", "would both be called 'ReadAll'", Auth("    access-quote:", "              - read-all\n", "              - read-all\n              - read_all\n")),
        new("a case called unknown", "OPGEN004", "name it with \"case:GrantResponse/2\" in names.json", Auth("  /:", "                  - description: The grant is given.\n", "                  - {title: unknown, properties: {subject: {$ref: '#/components/schemas/subject'}}, required: [subject]}\n                  - description: The grant is given.\n")),
        new("a name that C# cannot spell", "OPGEN004", "has no letter or digit that a C# name could begin with", Member(Auth, "access_token", "manage", "'$': {type: string}")),
    ];
}

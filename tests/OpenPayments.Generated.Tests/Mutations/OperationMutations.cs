using static OpenPayments.Generated.Tests.Mutations;

namespace OpenPayments.Generated.Tests;

/// <summary>Operations, parameters, answers, servers.</summary>
public class OperationMutations
{
    public static TheoryData<string> Names => Mutations.Names(All);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_breaks_what_must_learn_of_it_and_nothing_else(string name) => Mutations.Check(All, name);

    private const string GetQuote = "    get:\n      operationId: get-quote\n";
    private const string Wallet = "        - $ref: '#/components/parameters/wallet-address'\n";

    internal static IReadOnlyList<Mutation> All { get; } =
    [
        new("a new operation", "", "CancelQuoteAsync(", new Edit("resource-server", null, "  /quotes/{id}:\n", "  /quotes/{id}/cancel:\n    post: {operationId: cancel-quote, responses: {'204': {description: gone}}}\n  /quotes/{id}:\n")),
        new("an operation is gone", "CS1061", "RotateTokenAsync", new Edit("auth-server", null, "    delete:\n      operationId: delete-token\n", "    x-was:\n      operationId: delete-token\n")),
        new("an operation is called otherwise", "CS1061", "ReadQuoteAsync", new Edit("resource-server", null, "operationId: get-quote", "operationId: read-quote")),
        new("an operation without a name", "CS1061", "ApiResult<Quote>> GetQuotesIdAsync(", new Edit("resource-server", null, "      operationId: get-quote\n", "")),
        new("an optional query parameter", "", "string? sort = null", Parameter("{name: sort, in: query, schema: {type: string}}")),
        new("a required query parameter", "CS7036", "string sort,", Parameter("{name: sort, in: query, required: true, schema: {type: string}}")),
        new("a query parameter of named values", "", "ListIncomingPaymentsOrder? order = null", Parameter("{name: order, in: query, schema: {type: string, enum: [up, down]}}")),
        new("a query parameter with odd characters", "", "(\"filter[a.b]\"", Parameter("{name: 'filter[a.b]', in: query, schema: {type: string}}")),
        new("a header and a path parameter", "", "ListIncomingPaymentsAsync(", Parameter("{name: X-Trace, in: header, required: true, schema: {type: string}}\n        - {name: tenant, in: path, required: true, schema: {type: string}}")),
        new("another success status", "", "ApiResult<Quote>> GetQuoteAsync(", Resource("  /quotes/{id}:", "        '200':\n", "        '203':\n")),
        new("a success without a body", "CS1061", "ApiResult<NoContent>> GetQuoteAsync(", new Edit("resource-server", "  /quotes/{id}:", "          content:\n            application/json:\n", "          content:\n            text/plain:\n")),
        new("a new error response", "", "const string QuotaExceeded = \"quota_exceeded\"", Auth("  /token/{id}:", "      responses:\n", "      responses:\n        '429': {description: slow, content: {application/json: {schema: {type: object, properties: {error: {type: object, properties: {code: {type: string, enum: [quota_exceeded]}}}}}}}}\n")),
        new("a body that becomes optional", "", "RequestGrantAsync(", Auth("  /:", "        required: true\n", "")),
        new("an operation that no longer needs a token", "CS1503", "GetQuoteAsync(", new Edit("resource-server", null, GetQuote, GetQuote + "      security: []\n")),
        new("a new server", "", "public partial interface ICardServerApi", new Edit("card-server", null, "", "openapi: 3.1.0\ninfo: {title: Cards, version: '1'}\npaths: {/cards: {get: {operationId: list-cards, responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {pan: {type: string}}}}}}}}}}}\n")),
        new("a new server with another schema of a known name", "", "record CardServerAmount", new Edit("card-server", null, "", "openapi: 3.1.0\ninfo: {title: Cards, version: '1'}\npaths: {/cards: {get: {operationId: get-card, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/amount'}}}}}}}}\ncomponents: {schemas: {amount: {type: object, properties: {cents: {type: integer}}}}}\n")),
        new("callbacks and webhooks", "", "GetQuoteAsync(", new Edit("resource-server", null, GetQuote, GetQuote + "      callbacks: {done: {'{$request.body#/url}': {post: {responses: {'200': {description: ok}}}}}}\n")),
    ];

    private static Edit Parameter(string parameter) => Resource("  /incoming-payments:", Wallet, $"        - {parameter}\n{Wallet}");
}

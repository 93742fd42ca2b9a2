using System.Text.Json;

namespace OpenPayments.Sandbox.Faults;

/// <summary>Tells a request's operation from its method and path, and what a grant request asks for from its body.</summary>
internal static class RequestedOperations
{
    /// <summary>Empty for what is no operation of Open Payments: the pages, the style sheet, the sandbox's own controls.</summary>
    public static async Task<IReadOnlyList<Operation>> OfAsync(HttpRequest request)
        => (request.Method, request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("GET", ["accounts", _]) => [Operation.GetWalletAddress],
            ("GET", ["accounts", _, "jwks.json"]) => [Operation.GetKeys],
            ("POST", ["auth", _]) => [Operation.RequestGrant, .. await GrantsAsync(request)],
            ("POST", ["continue", _]) => [Operation.ContinueGrant],
            ("DELETE", ["continue", _]) => [Operation.CancelGrant],
            ("POST", ["token", _]) => [Operation.RotateToken],
            ("DELETE", ["token", _]) => [Operation.RevokeToken],
            ("POST", ["op", _, "incoming-payments"]) => [Operation.CreateIncomingPayment],
            ("GET", ["op", _, "incoming-payments"]) => [Operation.ListIncomingPayments],
            ("GET", ["op", _, "incoming-payments", _]) => [Operation.GetIncomingPayment],
            ("POST", ["op", _, "incoming-payments", _, "complete"]) => [Operation.CompleteIncomingPayment],
            ("POST", ["op", _, "quotes"]) => [Operation.CreateQuote],
            ("GET", ["op", _, "quotes", _]) => [Operation.GetQuote],
            ("POST", ["op", _, "outgoing-payments"]) => [Operation.CreateOutgoingPayment],
            ("GET", ["op", _, "outgoing-payments"]) => [Operation.ListOutgoingPayments],
            ("GET", ["op", _, "outgoing-payments", _]) => [Operation.GetOutgoingPayment],
            ("GET", ["op", _, "outgoing-payment-grant"]) => [Operation.GetSpentAmounts],
            _ => [],
        };

    /// <summary>A body that cannot be read asks for nothing here; the handler will say what is wrong with it.</summary>
    private static async Task<IReadOnlyList<Operation>> GrantsAsync(HttpRequest request)
    {
        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return [.. Types(body.RootElement).Distinct()];
        }
        catch (JsonException)
        {
            return [];
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    private static IEnumerable<Operation> Types(JsonElement body)
    {
        if (Member(body, "subject") is { ValueKind: JsonValueKind.Object }) yield return Operation.RequestSubjectGrant;
        if (Member(Member(body, "access_token"), "access") is not { ValueKind: JsonValueKind.Array } access) yield break;
        foreach (var item in access.EnumerateArray())
            if (Member(item, "type") is { ValueKind: JsonValueKind.String } type && Of(type.GetString()) is { } operation) yield return operation;
    }

    private static Operation? Of(string? type) => type switch
    {
        "incoming-payment" => Operation.RequestIncomingPaymentGrant,
        "quote" => Operation.RequestQuoteGrant,
        "outgoing-payment" => Operation.RequestOutgoingPaymentGrant,
        _ => null,
    };

    private static JsonElement? Member(JsonElement? json, string name)
        => json is { ValueKind: JsonValueKind.Object } of && of.TryGetProperty(name, out var member) ? member : null;
}

using Microsoft.AspNetCore.Http;

namespace OpenPayments.Faults.Tests;

/// <summary>The requests of a one-time payment, told apart by what they ask, so that one that is asked again is still the same step.</summary>
internal static class GuideStep
{
    public static readonly string[] All =
    [
        "sender's wallet address", "receiver's wallet address", "incoming-payment grant", "incoming payment", "quote grant", "quote",
        "outgoing-payment grant", "continuation", "outgoing payment", "look at the outgoing payment", "look at the incoming payment",
    ];

    /// <summary>Null for what is no step of the host's: a page of the wallet's, another provider that asks for keys.</summary>
    public static async Task<string?> OfAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        return (http.Request.Method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("GET", ["accounts", "alice"]) => "sender's wallet address",
            ("GET", ["accounts", "bob"]) => "receiver's wallet address",
            ("POST", [.., "continue", _]) => "continuation",
            ("POST", [.., "incoming-payments"]) => "incoming payment",
            ("POST", [.., "quotes"]) => "quote",
            ("POST", [.., "outgoing-payments"]) => "outgoing payment",
            ("GET", [.., "outgoing-payments", _]) => "look at the outgoing payment",
            ("GET", [.., "incoming-payments", _]) => "look at the incoming payment",
            ("POST", ["auth", _]) => await GrantAsync(http),
            _ => null,
        };
    }

    private static async Task<string> GrantAsync(HttpContext http)
    {
        http.Request.EnableBuffering();
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        http.Request.Body.Position = 0;
        return body.Contains("\"outgoing-payment\"", StringComparison.Ordinal) ? "outgoing-payment grant"
            : body.Contains("\"incoming-payment\"", StringComparison.Ordinal) ? "incoming-payment grant"
            : "quote grant";
    }
}

using System.Globalization;
using System.Text;

namespace OpenPayments.Sandbox.Faults;

/// <summary>Writes the answers that stand for no answer of a provider's.</summary>
internal static class FaultReply
{
    public static async Task WriteAsync(HttpContext http, Trouble.Reply reply)
    {
        http.Response.StatusCode = reply.Status;
        if (reply.RetryAfter is { } after) http.Response.Headers.RetryAfter = ((long)after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (Text(reply) is not var (type, text)) return;
        http.Response.ContentType = type;
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
    }

    private static (string Type, string Text)? Text(Trouble.Reply reply) => reply.Body switch
    {
        FaultBody.Error => ("application/json; charset=utf-8", $$$"""{"error":{"code":"{{{reply.Status}}}","description":"a fault of the sandbox"}}"""),
        FaultBody.ErrorWithoutCode => ("application/json; charset=utf-8", """{"error":{"description":"a fault of the sandbox"}}"""),
        FaultBody.InvalidQuote => ("application/json; charset=utf-8", """{"error":{"code":"400","description":"invalid quote"}}"""),
        FaultBody.Html => ("text/html; charset=utf-8", $"<html><body><h1>{reply.Status}</h1><p>The proxy has lost its way.</p></body></html>"),
        FaultBody.Garbage => ("application/json; charset=utf-8", """{"id": 17, "walletAddr"""),
        FaultBody.OtherShape => ("application/json; charset=utf-8", """{"unexpected":[1,"two",{"three":null}]}"""),
        FaultBody.None => null,
        var unknown => throw new InvalidOperationException($"There is no body called {unknown}."),
    };
}

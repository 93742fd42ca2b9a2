using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace OpenPayments.Host.Tests.Support;

/// <summary>What <see cref="StubWallet"/> answers: the good and the bad.</summary>
internal static class StubAnswers
{
    public static RequestDelegate Json(string body) => With(200, body);

    public static RequestDelegate With(int status, string body, string contentType = "application/json", string? location = null) => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        if (location is not null) http.Response.Headers.Location = location;
        await http.Response.WriteAsync(body);
    };

    /// <summary>Begins like an answer and goes on until the other side has had enough; then tells whether it hung up before the end.</summary>
    public static RequestDelegate Flood(long? length, TaskCompletionSource<bool> hungUp) => async http =>
    {
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = length;
        var block = Encoding.ASCII.GetBytes(new string('x', 64 * 1024));
        var gone = false;
        for (var left = length ?? long.MaxValue; left >= block.Length && !gone; left -= block.Length)
            gone = (await http.Response.BodyWriter.WriteAsync(block)).IsCompleted || http.RequestAborted.IsCancellationRequested;
        hungUp.SetResult(gone);
    };

    /// <summary>Begins like an answer and then says nothing more.</summary>
    public static RequestDelegate Silence() => async http =>
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("{");
        await http.Response.Body.FlushAsync();
        await Task.Delay(Timeout.Infinite, http.RequestAborted);
    };

    /// <summary>A wallet address's page, with one member as a test wants it: null leaves it out.</summary>
    public static string Wallet(Uri server, string name, string? member = null, string? value = null)
    {
        var wallet = new JsonObject
        {
            ["id"] = $"{server}{name}",
            ["publicName"] = name,
            ["assetCode"] = "USD",
            ["assetScale"] = 2,
            ["authServer"] = $"{server}auth",
            ["resourceServer"] = $"{server}api",
        };
        if (member is not null && value is null) wallet.Remove(member);
        else if (member is not null) wallet[member] = value;
        return wallet.ToJsonString();
    }

    public static string Good(Uri server, string question, string body) => question switch
    {
        "GET /alice" => Wallet(server, "alice"),
        "GET /bob" => Wallet(server, "bob"),
        "POST /auth" when body.Contains("\"interact\"", StringComparison.Ordinal) => Interaction($"{server}consent", $"{server}continue"),
        "POST /auth" => $$$"""{"access_token":{"value":"74E01527F821706DB969","manage":"{{{server}}}manage","access":[{"type":"quote","actions":["create"]}]},"continue":{"access_token":{"value":"27D4CA63732554190E0D"},"uri":"{{{server}}}continue"}}""",
        "POST /api/incoming-payments" => $$$"""
            {"id":"{{{server}}}api/incoming-payments/1","walletAddress":"{{{server}}}bob","incomingAmount":{"value":"1000","assetCode":"USD","assetScale":2},
             "receivedAmount":{"value":"0","assetCode":"USD","assetScale":2},"completed":false,"createdAt":"2026-11-22T06:00:00Z",
             "methods":[{"type":"ilp","ilpAddress":"test.bob","sharedSecret":"jzUSTPTmGKsudri2Wo5AOXbZcdOtOXkQIj5dUahisA0"}]}
            """,
        "POST /api/quotes" => $$$"""
            {"id":"{{{server}}}api/quotes/1","walletAddress":"{{{server}}}alice","receiver":"{{{server}}}api/incoming-payments/1","method":"ilp",
             "receiveAmount":{"value":"1000","assetCode":"USD","assetScale":2},"debitAmount":{"value":"1010","assetCode":"USD","assetScale":2},"createdAt":"2026-11-22T06:00:00Z"}
            """,
        _ => throw new InvalidOperationException($"Nobody should ask for {question}."),
    };

    public static string Interaction(string redirect, string continuation) =>
        $$$"""{"interact":{"redirect":"{{{redirect}}}","finish":"f"},"continue":{"access_token":{"value":"27D4CA63732554190E0D"},"uri":"{{{continuation}}}"}}""";
}

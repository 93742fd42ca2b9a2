using System.Text;

namespace OpenPayments.Benchmarks;

/// <summary>What a wallet provider answers in a payment of 10.00, in the sizes that real ones have.</summary>
internal static class StubAnswers
{
    private const string Amount = """{"value":"1000","assetCode":"USD","assetScale":2}""";
    private const string Debit = """{"value":"1132","assetCode":"USD","assetScale":2}""";
    private const string Metadata = """{"description":"Order 42 – café"}""";
    private const string Id = "5f1c29a0-83b4-4c0e-9d35-7a1f6b2f2c11";

    /// <summary>The server's half of the interaction hash.</summary>
    public const string Finish = "B2C98A0D11E34F57";

    public static IReadOnlyDictionary<string, byte[]> At(Uri server)
    {
        var s = server.AbsoluteUri.TrimEnd('/');
        var token = $$"""{"value":"9B1F6C3A77D24E5081C2","manage":"{{s}}/token/{{Id}}","expires_in":600,"access":[{"actions":["create","read"],"type":"quote"}]}""";
        var next = $$"""{"access_token":{"value":"51B0C7E2D94F4A6C8E13"},"uri":"{{s}}/continue/{{Id}}"}""";
        string Incoming(string received) => $$"""{"id":"{{s}}/tenant/incoming-payments/{{Id}}","walletAddress":"{{s}}/bob","incomingAmount":{{Amount}},"receivedAmount":{"value":"{{received}}","assetCode":"USD","assetScale":2},"completed":false,"metadata":{{Metadata}},"createdAt":"2026-11-22T06:02:25.807Z","expiresAt":"2026-11-22T07:02:25.685Z","methods":[{"type":"ilp","ilpAddress":"test.happylife.qm0cQ8x3y7Zt2Vd5Lk9Rb1Np4Ws6Hf8Jg0Ta3Ue5Yi7Oo9","sharedSecret":"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"}]}""";
        var outgoing = $$"""{"id":"{{s}}/tenant/outgoing-payments/{{Id}}","walletAddress":"{{s}}/alice","quoteId":"{{s}}/tenant/quotes/{{Id}}","receiveAmount":{{Amount}},"debitAmount":{{Debit}},"sentAmount":{{Amount}},"receiver":"{{s}}/tenant/incoming-payments/{{Id}}","failed":false,"metadata":{{Metadata}},"createdAt":"2026-11-22T06:02:32.313Z"}""";
        var answers = new Dictionary<string, string>
        {
            ["GET /alice"] = Wallet(s, "alice"),
            ["GET /bob"] = Wallet(s, "bob"),
            ["POST /grant"] = $$"""{"access_token":{{token}},"continue":{{next}}}""",
            ["POST /tenant/incoming-payments"] = Incoming("0"),
            ["POST /tenant/quotes"] = $$"""{"id":"{{s}}/tenant/quotes/{{Id}}","walletAddress":"{{s}}/alice","receiveAmount":{{Amount}},"debitAmount":{{Debit}},"receiver":"{{s}}/tenant/incoming-payments/{{Id}}","expiresAt":"2026-11-22T06:07:26.760Z","createdAt":"2026-11-22T06:02:26.761Z","method":"ilp"}""",
            ["POST /grant/interactive"] = $$"""{"interact":{"redirect":"{{s}}/interact/{{Id}}?clientName=Shop","finish":"{{Finish}}"},"continue":{{next}}}""",
            [$"POST /continue/{Id}"] = $$"""{"access_token":{{token}},"continue":{{next}}}""",
            ["POST /tenant/outgoing-payments"] = outgoing,
            [$"GET /tenant/outgoing-payments/{Id}"] = outgoing,
            [$"GET /tenant/incoming-payments/{Id}"] = Incoming("1000"),
        };
        return answers.ToDictionary(a => a.Key, a => Encoding.UTF8.GetBytes(a.Value));
    }

    private static string Wallet(string server, string name) =>
        $$"""{"id":"{{server}}/{{name}}","publicName":"A. Name","assetCode":"USD","assetScale":2,"authServer":"{{server}}/grant","resourceServer":"{{server}}/tenant"}""";
}

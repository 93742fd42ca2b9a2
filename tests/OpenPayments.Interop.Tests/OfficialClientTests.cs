using System.Text.Json;
using OpenPayments.Sandbox;

namespace OpenPayments.Interop.Tests;

/// <summary>The official TypeScript client, with its response validation on, as a client of our servers.</summary>
public class OfficialClientTests
{
    [Fact]
    public async Task The_official_client_makes_a_whole_one_time_payment()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        var (alice, bob) = (new Uri(sandbox.Cloudnine, "/accounts/alice"), new Uri(sandbox.Happylife, "/accounts/bob"));
        var (before, had) = (sandbox.Balance(alice), sandbox.Balance(bob));
        var found = await RunAsync("one-time-payment.mjs", sandbox);
        Assert.Equal(("1000", "1000", "1000"), (Text(found, "receive"), Text(found, "sent"), Text(found, "received")));
        Assert.Equal("0", Text(found, "sentAtFirst"));
        Assert.True(found.GetProperty("completed").GetBoolean());
        Assert.False(found.GetProperty("failed").GetBoolean());
        Assert.True(found.GetProperty("sameMetadata").GetBoolean());
        Assert.Equal(before - ulong.Parse(Text(found, "debit")!, System.Globalization.CultureInfo.InvariantCulture), sandbox.Balance(alice));
        Assert.Equal(had + 1000, sandbox.Balance(bob));
        Assert.True(sandbox.Ledger.Audit().InOrder);
    }

    [Fact]
    public async Task The_official_client_uses_every_other_operation()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        var found = await RunAsync("other-operations.mjs", sandbox);
        Assert.Equal(0, found.GetProperty("keysOfAPerson").GetInt32());
        Assert.Equal((500, null), (Refusal(found, "did").Status, Refusal(found, "did").Code));
        Assert.Equal(["open", "paid"], Texts(found, "pages"));
        Assert.Equal([true, false, true], found.GetProperty("more").EnumerateArray().Select(e => e.GetBoolean()));
        Assert.Equal(["authServer", "receivedAmount"], Texts(found, "publicMembers"));
        Assert.True(found.GetProperty("completed").GetBoolean());
        Assert.True(found.GetProperty("quoteAgain").GetBoolean());
        Assert.True(found.GetProperty("listedQuoteId").GetBoolean());
        Assert.True(found.GetProperty("spent")[0].GetBoolean());
        Assert.Equal("1000", found.GetProperty("spent")[1].GetString());
        Assert.Equal((400, "400", "invalid quote"), Refusal(found, "secondPayment"));
        Assert.Equal([true, true], found.GetProperty("rotatedAnew").EnumerateArray().Select(anew => anew.GetBoolean()));
        Assert.Equal((403, "403", "Inactive Token"), Refusal(found, "oldToken"));
        Assert.Equal("invalid_rotation", Text(found, "oldManage"));
        Assert.Equal((403, "403", "Inactive Token"), Refusal(found, "revoked"));
        Assert.Equal((401, 401), (found.GetProperty("hasty").GetInt32(), found.GetProperty("cancelled").GetInt32()));
    }

    [Fact]
    public async Task The_official_client_learns_that_the_payer_said_no()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        var found = await RunAsync("denied-consent.mjs", sandbox);
        Assert.Equal(("grant_rejected", null, null), (Text(found, "result"), Text(found, "hash"), Text(found, "reference")));
        Assert.Equal((401, "request_denied"), (Refusal(found, "refusal").Status, Refusal(found, "refusal").Code));
    }

    private static Task<JsonElement> RunAsync(string script, SandboxServer sandbox)
        => NodeScript.RunAsync(script, input: null, sandbox.Cloudnine.AbsoluteUri, sandbox.Happylife.AbsoluteUri);

    private static string? Text(JsonElement found, string member) => found.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static IEnumerable<string?> Texts(JsonElement found, string member) => found.GetProperty(member).EnumerateArray().Select(e => e.GetString());

    private static (int Status, string? Code, string? Description) Refusal(JsonElement found, string member)
    {
        var refusal = found.GetProperty(member);
        return (refusal.GetProperty("status").GetInt32(), Text(refusal, "code"), Text(refusal, "description"));
    }
}

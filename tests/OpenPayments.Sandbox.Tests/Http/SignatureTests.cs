using System.Net.Http.Headers;
using OpenPayments.Client;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Http;

/// <summary>Signatures are judged more strictly than the reference server does it.</summary>
public class SignatureTests
{
    [Fact]
    public Task An_unsigned_grant_request_is_refused() => IsRefusedAsync(401, "invalid_client", (request, _) => request.Headers.Remove("Signature"));

    [Fact]
    public Task A_body_changed_after_signing_is_refused()
        => IsRefusedAsync(401, "invalid_client", (request, body) => request.Content = Json(body.Replace("read", "list", StringComparison.Ordinal), request.Content!));

    [Fact]
    public Task A_body_whose_digest_is_not_covered_is_refused() => IsRefusedAsync(401, "invalid_client", (request, _) =>
    {
        var input = request.Headers.GetValues("Signature-Input").Single().Replace(" \"content-digest\"", "", StringComparison.Ordinal);
        request.Headers.Remove("Signature-Input");
        request.Headers.TryAddWithoutValidation("Signature-Input", input);
    }, "does not cover content-digest");

    [Fact]
    public Task A_stale_signature_is_refused() => IsRefusedAtAsync(TimeSpan.FromSeconds(-31), "ago");

    [Fact]
    public Task A_signature_from_the_future_is_refused() => IsRefusedAtAsync(TimeSpan.FromSeconds(6), "future");

    [Fact]
    public async Task A_signature_of_a_moment_ago_is_accepted()
    {
        await using var sandbox = await TestSandbox.StartAsync(o => o with { SigningTime = new FrozenClock(DateTimeOffset.UnixEpoch.AddYears(60)) });
        using var client = TestClient.RegisteredAt(sandbox.Server, "slow", new FrozenClock(DateTimeOffset.UnixEpoch.AddYears(60).AddSeconds(-29)));
        Assert.NotNull(await client.TokenAsync(await client.WalletAsync(sandbox.Bob), Journey.Receiving));
    }

    [Fact]
    public async Task A_key_that_the_client_has_not_published_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var other = new TestClient(SigningKey.Generate("never published"), sandbox.Client.WalletAddress);
        var wallet = await other.WalletAsync(sandbox.Bob);
        var refusal = (await other.Grants.RequestGrantAsync(wallet.AuthServer, other.Request(null, Journey.Receiving))).Refusal();
        Assert.Equal((401, "invalid_client"), (refusal.Status, refusal.Code));
        Assert.Contains("keyid", refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_of_the_same_id_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var impostor = new TestClient(SigningKey.Generate(sandbox.Client.Key.KeyId), sandbox.Client.WalletAddress);
        var wallet = await impostor.WalletAsync(sandbox.Bob);
        Assert.Equal(401, (await impostor.Grants.RequestGrantAsync(wallet.AuthServer, impostor.Request(null, Journey.Receiving))).Refusal().Status);
    }

    [Fact]
    public async Task A_stolen_token_is_worth_nothing_without_the_key_of_its_grant()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var thief = TestClient.RegisteredAt(sandbox.Server, "thief");
        var ready = await Ready.ForAsync(sandbox, 1000);
        Assert.Equal(401, (await thief.Resources.GetQuoteAsync(ready.Quote.Id, ready.Quoting.Value)).Refusal().Status);
        Assert.Equal((401, "invalid_client"), Short((await thief.Grants.RotateTokenAsync(ready.Quoting.Manage, ready.Quoting.Value)).Refusal()));
        var asked = await sandbox.Client.AskAsync(ready.Payer, limits: null);
        Assert.Equal((401, "invalid_client"), Short((await thief.ContinueAsync(asked.Continue, "any")).Refusal()));
        Assert.Equal((401, "invalid_client"), Short((await thief.Grants.CancelGrantAsync(asked.Continue.Uri, asked.Continue.AccessToken.Value)).Refusal()));
    }

    [Fact]
    public async Task A_token_that_the_signature_does_not_cover_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        using var request = new HttpRequestMessage(HttpMethod.Get, ready.Quote.Id);
        sandbox.Client.Signer.Sign(request, default);
        request.Headers.Authorization = new AuthenticationHeaderValue("GNAP", ready.Quoting.Value.Reveal());
        using var http = new HttpClient();
        using var answer = await http.SendAsync(request);
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Contains("does not cover authorization", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("")]
    [InlineData("AAAA")]
    public async Task A_key_that_is_none_is_a_refusal_and_not_a_failure_of_the_server(string x)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.Client.WalletAsync(sandbox.Bob);
        var request = new GrantRequest.WithAccessToken
        {
            Client = new ClientInstance.WithJwk { Jwk = sandbox.Client.Key.PublicJwk() with { X = x } },
            AccessToken = new GrantRequestAccessToken { Access = [Journey.Receiving] },
        };
        Assert.Equal((401, "invalid_client"), Short((await sandbox.Client.Grants.RequestGrantAsync(wallet.AuthServer, request)).Refusal()));
    }

    private static (int, string?) Short(Refusal refusal) => (refusal.Status, refusal.Code);

    private static async Task IsRefusedAtAsync(TimeSpan clientsClock, string why)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        await using var sandbox = await TestSandbox.StartAsync(o => o with { SigningTime = new FrozenClock(now) });
        using var client = TestClient.RegisteredAt(sandbox.Server, "wrong-clock", new FrozenClock(now + clientsClock));
        var wallet = await client.WalletAsync(sandbox.Bob);
        var refusal = (await client.Grants.RequestGrantAsync(wallet.AuthServer, client.Request(null, Journey.Receiving))).Refusal();
        Assert.Equal((401, "invalid_client"), Short(refusal));
        Assert.Contains(why, refusal.Description, StringComparison.Ordinal);
    }

    /// <summary>Signs a grant request as it should be, spoils it, and expects the refusal; unspoilt it must be granted.</summary>
    private static async Task IsRefusedAsync(int status, string code, Action<HttpRequestMessage, string> spoil, string why = "")
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        var body = $$"""{"access_token":{"access":[{"type":"incoming-payment","actions":["read"]}]},"client":"{{sandbox.Client.WalletAddress}}"}""";
        using var http = new HttpClient();
        foreach (var spoilt in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, wallet.AuthServer) { Content = Json(body, null) };
            sandbox.Client.Signer.Sign(request, System.Text.Encoding.UTF8.GetBytes(body));
            if (spoilt) spoil(request, body);
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(spoilt ? status : 200, (int)answer.StatusCode);
            if (spoilt) Assert.Contains($"\"{code}\"", text, StringComparison.Ordinal);
            if (spoilt) Assert.Contains(why, text, StringComparison.Ordinal);
        }
    }

    private static ByteArrayContent Json(string body, HttpContent? like)
    {
        var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (like is not null) content.Headers.TryAddWithoutValidation("Content-Digest", like.Headers.GetValues("Content-Digest"));
        return content;
    }
}

using System.Text.Json;
using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Grants;

public class GrantTests
{
    [Fact]
    public async Task A_grant_without_interaction_gives_a_token_for_ten_minutes_at_once()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var token = await sandbox.Client.TokenAsync(await sandbox.WalletAsync(sandbox.Bob), Journey.Receiving);
        Assert.Equal(600, token.ExpiresIn);
        Assert.Equal(sandbox.Server.Happylife.Authority, token.Manage.Authority);
    }

    [Fact]
    public async Task A_client_may_be_named_by_its_wallet_address_as_a_string_or_by_its_key_alone()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        ClientInstance[] names = [new ClientInstance.ByWalletAddressUri { Value = sandbox.Client.WalletAddress }, new ClientInstance.WithJwk { Jwk = sandbox.Client.Key.PublicJwk() }];
        foreach (var name in names)
            Assert.IsType<GrantResponse.Granted>((await sandbox.Client.Grants.RequestGrantAsync(wallet.AuthServer, Named(name, null, Journey.Receiving))).Body());
    }

    [Fact]
    public async Task A_client_known_by_its_key_alone_cannot_ask_for_consent()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var name = new ClientInstance.WithJwk { Jwk = sandbox.Client.Key.PublicJwk() };
        await IsRefusedAsync(sandbox, 400, "invalid_client", Named(name, Journey.Redirect(Journey.Finish), Journey.Paying(sandbox.Alice)));
    }

    [Fact]
    public async Task An_outgoing_payment_needs_consent()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(null, Journey.Paying(sandbox.Alice)));
    }

    [Fact]
    public async Task Access_that_makes_no_sense_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var consent = Journey.Redirect(Journey.Finish);
        AccessItem[] none = [];
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(null, none));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(null, Journey.Quoting, Journey.Quoting));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(null, new AccessQuote { Actions = [] }));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(consent, Journey.Paying(sandbox.Bob)));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(consent, Journey.Paying(sandbox.Alice, Journey.UpTo(new Amount { Value = 1, AssetCode = "EUR", AssetScale = 2 }))));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(consent, Journey.Paying(sandbox.Alice, new LimitsOutgoing.Plain { Interval = "every month" })));
        var limits = new LimitsOutgoing.Unknown(JsonElement.Parse("""{"perDay":"1"}"""));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(consent, Journey.Paying(sandbox.Alice, limits)));
        await IsRefusedAsync(sandbox, 400, "invalid_request", sandbox.Client.Request(null, new AccessItem.Unknown(JsonElement.Parse("""{"type":"card"}"""))));
    }

    [Fact]
    public async Task A_limit_on_both_sides_at_once_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var amount = """{"value":"100","assetCode":"USD","assetScale":2}""";
        var access = $$$"""{"type":"outgoing-payment","actions":["create"],"identifier":"{{{sandbox.Alice}}}","limits":{"debitAmount":{{{amount}}},"receiveAmount":{{{amount}}}}}""";
        var interact = """{"start":["redirect"],"finish":{"method":"redirect","uri":"http://127.0.0.1:9/finish","nonce":"n"}}""";
        var body = $$"""{"access_token":{"access":[{{access}}]},"client":"{{sandbox.Client.WalletAddress}}","interact":{{interact}}}""";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await sandbox.Client.Http.PostAsync((await sandbox.WalletAsync(sandbox.Alice)).AuthServer, content);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("\"invalid_request\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_whose_wallet_address_is_not_on_this_machine_is_not_looked_up()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var name = new ClientInstance.WithWalletAddress { WalletAddress = new Uri("http://192.0.2.1/client") };
        await IsRefusedAsync(sandbox, 400, "invalid_client", Named(name, null, Journey.Quoting));
    }

    [Fact]
    public async Task A_client_whose_wallet_address_has_no_keys_to_read_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var name = new ClientInstance.WithWalletAddress { WalletAddress = new Uri(sandbox.Server.Happylife, "/accounts/nobody") };
        await IsRefusedAsync(sandbox, 400, "invalid_client", Named(name, null, Journey.Quoting));
    }

    [Fact]
    public async Task A_key_published_a_moment_ago_works_at_once()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Bob);
        _ = await sandbox.Client.TokenAsync(wallet, Journey.Receiving);
        using var renewed = new TestClient(OpenPayments.Client.SigningKey.Generate("a new key"), sandbox.Client.WalletAddress);
        sandbox.Server.RegisterClient("shop", renewed.Key.PublicJwk());
        Assert.NotNull(await renewed.TokenAsync(wallet, Journey.Receiving));
    }

    private static GrantRequest Named(ClientInstance name, InteractRequest? interact, AccessItem access)
        => new GrantRequest.WithAccessToken { Client = name, Interact = interact, AccessToken = new GrantRequestAccessToken { Access = [access] } };

    private static async Task IsRefusedAsync(TestSandbox sandbox, int status, string code, GrantRequest request)
    {
        var wallet = await sandbox.WalletAsync(sandbox.Alice);
        var refusal = (await sandbox.Client.Grants.RequestGrantAsync(wallet.AuthServer, request)).Refusal();
        Assert.Equal((status, code), (refusal.Status, refusal.Code));
    }
}

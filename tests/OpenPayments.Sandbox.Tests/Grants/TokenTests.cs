using OpenPayments.Generated;

namespace OpenPayments.Sandbox.Tests.Grants;

public class TokenTests
{
    [Fact]
    public async Task A_token_is_inactive_after_600_seconds_and_can_still_be_rotated()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(599));
        _ = (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, ready.Quoting.Value)).Body();
        sandbox.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new Refusal(403, "403", "Inactive Token"), (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, ready.Quoting.Value)).Refusal());
        var rotated = (await sandbox.Client.Grants.RotateTokenAsync(ready.Quoting.Manage, ready.Quoting.Value)).Body().AccessToken;
        _ = (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, rotated.Value)).Body();
    }

    [Fact]
    public async Task A_sandbox_may_give_its_tokens_another_lifetime()
    {
        await using var sandbox = await TestSandbox.StartAsync(o => o with { TokenLifetime = TimeSpan.FromSeconds(30) });
        var ready = await Ready.ForAsync(sandbox, 1000);
        Assert.Equal(30, ready.Quoting.ExpiresIn);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("Inactive Token", (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, ready.Quoting.Value)).Refusal().Description);
        Assert.Equal(30, (await sandbox.Client.Grants.RotateTokenAsync(ready.Quoting.Manage, ready.Quoting.Value)).Body().AccessToken.ExpiresIn);
    }

    [Fact]
    public async Task Rotation_gives_a_new_value_and_a_new_management_url_and_kills_the_old_pair()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var old = ready.Quoting;
        var rotated = (await sandbox.Client.Grants.RotateTokenAsync(old.Manage, old.Value)).Body().AccessToken;
        Assert.NotEqual(old.Value, rotated.Value);
        Assert.NotEqual(old.Manage, rotated.Manage);
        Assert.Equal("Inactive Token", (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, old.Value)).Refusal().Description);
        Assert.Equal("invalid_rotation", (await sandbox.Client.Grants.RotateTokenAsync(old.Manage, old.Value)).Refusal().Code);
        Assert.Equal("invalid_rotation", (await sandbox.Client.Grants.RotateTokenAsync(rotated.Manage, old.Value)).Refusal().Code);
    }

    [Fact]
    public async Task Of_many_rotations_at_once_exactly_one_wins()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var token = await sandbox.Client.TokenAsync(await sandbox.WalletAsync(sandbox.Bob), Journey.Receiving);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sandbox.Client.Grants.RotateTokenAsync(token.Manage, token.Value)));
        Assert.Single(answers.OfType<ApiResult<RotateTokenResponse>.Success>());
    }

    [Fact]
    public async Task A_revoked_token_is_inactive_and_cannot_be_rotated_or_revoked_again()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = ready.Quoting;
        _ = (await sandbox.Client.Grants.RevokeTokenAsync(token.Manage, token.Value)).Body();
        Assert.Equal("Inactive Token", (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, token.Value)).Refusal().Description);
        Assert.Equal("invalid_rotation", (await sandbox.Client.Grants.RotateTokenAsync(token.Manage, token.Value)).Refusal().Code);
        Assert.Equal(401, (await sandbox.Client.Grants.RevokeTokenAsync(token.Manage, token.Value)).Refusal().Status);
    }

    [Fact]
    public async Task A_token_of_one_provider_is_nothing_at_the_other()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (alice, bob) = (await sandbox.WalletAsync(sandbox.Alice), await sandbox.WalletAsync(sandbox.Bob));
        var token = await sandbox.Client.TokenAsync(alice, Journey.Receiving);
        var refusal = (await sandbox.Client.Resources.CreateIncomingPaymentAsync(bob.Collection("incoming-payments"), token.Value, new CreateIncomingPaymentRequest { WalletAddress = bob.Id })).Refusal();
        Assert.Equal(new Refusal(403, "403", "Inactive Token"), refusal);
    }

    [Fact]
    public async Task A_request_without_a_token_is_told_where_to_get_one()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var wallet = await sandbox.WalletAsync(sandbox.Alice);
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(wallet.Collection("quotes").AbsoluteUri + "/" + Guid.NewGuid()));
        Assert.Equal((401, $"GNAP as_uri=\"{wallet.AuthServer}\""), ((int)answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
    }

    [Fact]
    public async Task A_token_for_something_else_is_an_insufficient_grant()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var insufficient = new Refusal(403, "403", "Insufficient Grant");
        var reading = await sandbox.Client.TokenAsync(ready.Payee, new AccessIncoming { Actions = [AccessIncomingAction.Read] });
        var elsewhere = await sandbox.Client.TokenAsync(ready.Payee, new AccessIncoming { Actions = [AccessIncomingAction.Create], Identifier = new Uri(sandbox.Server.Happylife, "/accounts/lars") });
        var create = new CreateIncomingPaymentRequest { WalletAddress = ready.Payee.Id };
        Assert.Equal(insufficient, (await sandbox.Client.Resources.CreateIncomingPaymentAsync(ready.Payee.Collection("incoming-payments"), reading.Value, create)).Refusal());
        Assert.Equal(insufficient, (await sandbox.Client.Resources.CreateIncomingPaymentAsync(ready.Payee.Collection("incoming-payments"), elsewhere.Value, create)).Refusal());
        Assert.Equal(insufficient, (await sandbox.Client.PayAsync(ready.Payer, ready.Quoting, ready.Quote.Id)).Refusal());
        Assert.Equal(insufficient, (await sandbox.Client.Resources.GetOutgoingPaymentGrantAsync(ready.Payer.Collection("outgoing-payment-grant"), ready.Quoting.Value)).Refusal());
    }

    [Fact]
    public async Task What_another_client_made_is_not_shown()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        using var other = TestClient.RegisteredAt(sandbox.Server, "other");
        var ready = await Ready.ForAsync(sandbox, 1000);
        var token = await other.TokenAsync(ready.Payee, Journey.Receiving);
        Assert.Equal("Insufficient Grant", (await other.Resources.GetIncomingPaymentAsync(ready.Incoming.Id, token.Value)).Refusal().Description);
        Assert.Empty((await other.Resources.ListIncomingPaymentsAsync(ready.Payee.Collection("incoming-payments"), token.Value, ready.Payee.Id.AbsoluteUri, null, null, null)).Body().Result!);
        var all = await other.TokenAsync(ready.Payee, new AccessIncoming { Actions = [AccessIncomingAction.ReadAll, AccessIncomingAction.ListAll] });
        _ = (await other.Resources.GetIncomingPaymentAsync(ready.Incoming.Id, all.Value)).Body();
        Assert.Single((await other.Resources.ListIncomingPaymentsAsync(ready.Payee.Collection("incoming-payments"), all.Value, ready.Payee.Id.AbsoluteUri, null, null, null)).Body().Result!);
    }
}

using OpenPayments.Generated;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Tests.Grants;

public class ContinuationTests
{
    [Fact]
    public async Task Continuing_before_the_wait_is_too_fast_and_after_it_gives_the_token()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (asked, reference) = await ApprovedAsync(sandbox);
        Assert.Equal(5, asked.Continue.Wait);
        Assert.Equal(new Refusal(400, "too_fast", "continued grant faster than its \"wait\" period"), (await sandbox.Client.ContinueAsync(asked.Continue, reference)).Refusal());
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull((await sandbox.Client.ContinueAsync(asked.Continue, reference)).Body().AccessToken);
    }

    [Fact]
    public async Task A_second_continuation_is_denied()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (asked, reference) = await ApprovedAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        _ = (await sandbox.Client.ContinueAsync(asked.Continue, reference)).Body();
        var refusal = (await sandbox.Client.ContinueAsync(asked.Continue, reference)).Refusal();
        Assert.Equal((401, "request_denied"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task Of_many_continuations_at_once_exactly_one_gets_the_token()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (asked, reference) = await ApprovedAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sandbox.Client.ContinueAsync(asked.Continue, reference)));
        Assert.Single(answers.OfType<ApiResult<ContinueGrantResponse>.Success>());
    }

    [Fact]
    public async Task With_a_finish_polling_without_the_reference_is_denied_even_after_approval()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (asked, _) = await ApprovedAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(401, (await sandbox.Client.ContinueAsync(asked.Continue, null)).Refusal().Status);
    }

    [Fact]
    public async Task A_reference_of_another_grant_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var (_, reference) = await ApprovedAsync(sandbox);
        var (other, _) = await ApprovedAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((401, "invalid_continuation"), Short((await sandbox.Client.ContinueAsync(other.Continue, reference)).Refusal()));
    }

    [Fact]
    public async Task Without_a_finish_polling_answers_with_another_continuation_until_the_token_comes()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var payer = await sandbox.WalletAsync(sandbox.Alice);
        var asked = Assert.IsType<GrantResponse.InteractionRequired>(
            (await sandbox.Client.Grants.RequestGrantAsync(payer.AuthServer, sandbox.Client.Request(Journey.Redirect(null), Journey.Paying(sandbox.Alice)))).Body());
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        var pending = (await sandbox.Client.ContinueAsync(asked.Continue, null)).Body();
        Assert.Null(pending.AccessToken);
        Assert.Equal("too_fast", (await sandbox.Client.ContinueAsync(pending.Continue, null)).Refusal().Code);
        using var http = new HttpClient();
        using var approved = await http.PostAsync(new Uri(asked.Interact.Redirect.AbsoluteUri + "/approve"), null);
        Assert.Equal(200, (int)approved.StatusCode);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.NotNull((await sandbox.Client.ContinueAsync(asked.Continue, null)).Body().AccessToken);
    }

    [Fact]
    public async Task A_denied_grant_cannot_be_continued()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        _ = await ConsentBrowser.DenyAsync(asked.Interact.Redirect);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((401, "request_denied"), Short((await sandbox.Client.ContinueAsync(asked.Continue, null)).Refusal()));
    }

    [Fact]
    public async Task A_grant_that_was_given_up_is_gone_with_its_token()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var granted = Assert.IsType<GrantResponse.Granted>((await sandbox.Client.Grants.RequestGrantAsync(ready.Payer.AuthServer, sandbox.Client.Request(null, Journey.Quoting))).Body());
        var (at, token) = (granted.Continue, granted.AccessToken.Value);
        _ = (await sandbox.Client.Grants.CancelGrantAsync(at.Uri, at.AccessToken.Value)).Body();
        Assert.Equal("Inactive Token", (await sandbox.Client.Resources.GetQuoteAsync(ready.Quote.Id, token)).Refusal().Description);
        Assert.Equal((401, "invalid_continuation"), Short((await sandbox.Client.Grants.CancelGrantAsync(at.Uri, at.AccessToken.Value)).Refusal()));
    }

    [Fact]
    public async Task An_unknown_continuation_or_a_wrong_token_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        var unknown = new Uri(sandbox.Server.Cloudnine, $"/continue/{Guid.NewGuid()}");
        Assert.Equal((401, "invalid_continuation"), Short((await sandbox.Client.ContinueAsync(asked.Continue with { Uri = unknown }, "any")).Refusal()));
        Assert.Equal((401, "invalid_continuation"), Short((await sandbox.Client.Grants.CancelGrantAsync(asked.Continue.Uri, new Secret("wrong"))).Refusal()));
    }

    [Fact]
    public async Task Proof_that_a_wallet_address_is_someones_own_comes_back_as_the_subject()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var payer = await sandbox.WalletAsync(sandbox.Alice);
        var subject = new Subject { SubIds = [new SubjectSubId { Id = payer.Id.AbsoluteUri, Format = SubjectSubIdFormat.Uri }] };
        var asked = Assert.IsType<GrantResponse.InteractionRequired>((await sandbox.Client.Grants.RequestGrantAsync(payer.AuthServer,
            new GrantRequest.WithSubject { Client = sandbox.Client.Instance, Interact = Journey.Redirect(Journey.Finish), Subject = subject })).Body());
        var back = await ConsentBrowser.ApproveAsync(asked.Interact.Redirect);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        var proof = (await sandbox.Client.ContinueAsync(asked.Continue, Query.Of(back)["interact_ref"])).Body();
        Assert.Null(proof.AccessToken);
        Assert.Equal(payer.Id.AbsoluteUri, proof.Subject!.SubIds[0].Id);
    }

    private static (int, string?) Short(Refusal refusal) => (refusal.Status, refusal.Code);

    private static async Task<(GrantResponse.InteractionRequired Asked, string Reference)> ApprovedAsync(TestSandbox sandbox)
    {
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        return (asked, Query.Of(await ConsentBrowser.ApproveAsync(asked.Interact.Redirect))["interact_ref"]);
    }
}

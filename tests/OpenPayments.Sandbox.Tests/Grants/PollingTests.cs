using System.Net.Http.Headers;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Tests.Grants;

/// <summary>When a client may ask again, and what it is told until the owner has answered.</summary>
public class PollingTests
{
    [Fact]
    public async Task With_a_finish_polling_is_denied_before_the_owner_has_answered_too()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((401, "request_denied"), Short((await sandbox.Client.ContinueAsync(asked.Continue, null)).Refusal()));
    }

    [Fact]
    public async Task The_wait_is_counted_from_the_grants_creation_and_not_from_the_owners_answer()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        var reference = Query.Of(await ConsentBrowser.ApproveAsync(asked.Interact.Redirect))["interact_ref"];
        Assert.NotNull((await sandbox.Client.ContinueAsync(asked.Continue, reference)).Body().AccessToken);
    }

    [Fact]
    public async Task Too_fast_does_not_say_when_to_come_again()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await WithoutFinishAsync(sandbox);
        using var request = new HttpRequestMessage(HttpMethod.Post, asked.Continue.Uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("GNAP", asked.Continue.AccessToken.Value.Reveal());
        using var answer = await sandbox.Client.Http.SendAsync(request);
        Assert.Equal((400, null), ((int)answer.StatusCode, answer.Headers.RetryAfter));
        Assert.Contains("\"too_fast\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_ends_with_the_interaction()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await WithoutFinishAsync(sandbox);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(599));
        Assert.Null((await sandbox.Client.ContinueAsync(asked.Continue, null)).Body().AccessToken);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal((401, "request_denied"), Short((await sandbox.Client.ContinueAsync(asked.Continue, null)).Refusal()));
    }

    [Fact]
    public async Task An_answer_given_in_time_can_be_fetched_after_the_interaction_expired()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(599));
        var reference = Query.Of(await ConsentBrowser.ApproveAsync(asked.Interact.Redirect))["interact_ref"];
        sandbox.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotNull((await sandbox.Client.ContinueAsync(asked.Continue, reference)).Body().AccessToken);
    }

    private static (int, string?) Short(Refusal refusal) => (refusal.Status, refusal.Code);

    private static async Task<GrantResponse.InteractionRequired> WithoutFinishAsync(TestSandbox sandbox)
        => Assert.IsType<GrantResponse.InteractionRequired>((await sandbox.Client.Grants.RequestGrantAsync(
            (await sandbox.WalletAsync(sandbox.Alice)).AuthServer, sandbox.Client.Request(Journey.Redirect(null), Journey.Paying(sandbox.Alice)))).Body());
}

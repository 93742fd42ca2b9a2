using System.Net;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Tests.Grants;

/// <summary>Proof that a wallet address is someone's own: asked of the owner, answered without a token.</summary>
public class SubjectTests
{
    [Fact]
    public async Task The_page_asks_for_confirmation_and_says_that_no_money_moves()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await AskAsync(sandbox, Request(sandbox, sandbox.Alice.AbsoluteUri));
        using var http = new HttpClient();
        var html = WebUtility.HtmlDecode(await http.GetStringAsync(asked.Interact.Redirect));
        Assert.All(["Confirm that this wallet address is yours?", "Alice Andersen", sandbox.Alice.AbsolutePath, "shop learns", "nothing can be paid"],
            what => Assert.Contains(what, html, StringComparison.Ordinal));
        Assert.DoesNotContain("At most", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denied_confirmation_gives_no_subject()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await AskAsync(sandbox, Request(sandbox, sandbox.Alice.AbsoluteUri));
        Assert.Contains("result=grant_rejected", (await ConsentBrowser.DenyAsync(asked.Interact.Redirect)).Query, StringComparison.Ordinal);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("request_denied", (await sandbox.Client.ContinueAsync(asked.Continue, null)).Refusal().Code);
    }

    [Fact]
    public async Task Identity_and_a_payment_asked_for_together_are_both_on_the_page_and_in_the_answer()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await AskAsync(sandbox, Together(sandbox, sandbox.Alice));
        using var http = new HttpClient();
        var html = WebUtility.HtmlDecode(await http.GetStringAsync(asked.Interact.Redirect));
        Assert.All(["Allow this payment?", "shop learns", "At most from your account", "5.00 USD"], what => Assert.Contains(what, html, StringComparison.Ordinal));
        var back = await ConsentBrowser.ApproveAsync(asked.Interact.Redirect);
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        var answer = (await sandbox.Client.ContinueAsync(asked.Continue, Query.Of(back)["interact_ref"])).Body();
        Assert.NotNull(answer.AccessToken);
        Assert.Equal(sandbox.Alice.AbsoluteUri, answer.Subject!.SubIds[0].Id);
    }

    [Fact]
    public async Task A_subject_that_makes_no_sense_is_refused()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var elena = new Uri(sandbox.Server.Cloudnine, "/accounts/elena");
        GrantRequest[] senseless =
        [
            Request(sandbox),
            Request(sandbox, sandbox.Alice.AbsoluteUri, elena.AbsoluteUri),
            Request(sandbox, "alice"),
            Request(sandbox, sandbox.Bob.AbsoluteUri),
            Together(sandbox, elena),
        ];
        var payer = await sandbox.WalletAsync(sandbox.Alice);
        foreach (var request in senseless)
        {
            var refusal = (await sandbox.Client.Grants.RequestGrantAsync(payer.AuthServer, request)).Refusal();
            Assert.Equal((400, "invalid_request"), (refusal.Status, refusal.Code));
        }
    }

    private static GrantRequest Request(TestSandbox sandbox, params string[] ids)
        => new GrantRequest.WithSubject { Client = sandbox.Client.Instance, Interact = Journey.Redirect(Journey.Finish), Subject = Claim(ids) };

    private static GrantRequest Together(TestSandbox sandbox, Uri subject) => new GrantRequest.WithAccessToken
    {
        Client = sandbox.Client.Instance,
        Interact = Journey.Redirect(Journey.Finish),
        AccessToken = new GrantRequestAccessToken { Access = [Journey.Paying(sandbox.Alice, Journey.UpTo(Journey.Usd(500)))] },
        Subject = Claim(subject.AbsoluteUri),
    };

    private static Subject Claim(params string[] ids) => new() { SubIds = [.. ids.Select(id => new SubjectSubId { Id = id, Format = SubjectSubIdFormat.Uri })] };

    private static async Task<GrantResponse.InteractionRequired> AskAsync(TestSandbox sandbox, GrantRequest request)
        => Assert.IsType<GrantResponse.InteractionRequired>((await sandbox.Client.Grants.RequestGrantAsync((await sandbox.WalletAsync(sandbox.Alice)).AuthServer, request)).Body());
}

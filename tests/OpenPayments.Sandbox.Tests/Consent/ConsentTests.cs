using System.Net;
using System.Security.Cryptography;
using System.Text;
using OpenPayments.Generated;
using OpenPayments.Sandbox.Control;

namespace OpenPayments.Sandbox.Tests.Consent;

public class ConsentTests
{
    [Fact]
    public async Task Approval_leads_back_with_the_hash_and_the_clients_own_query_kept()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var payer = await sandbox.WalletAsync(sandbox.Alice);
        var asked = await sandbox.Client.AskAsync(payer, null);
        var back = await ConsentBrowser.ApproveAsync(asked.Interact.Redirect);
        var query = Query.Of(back);
        Assert.StartsWith("http://127.0.0.1:9/finish?order=4%202&note=a+b&hash=", back.AbsoluteUri, StringComparison.Ordinal);
        Assert.Matches("hash=([A-Za-z0-9]|%2[BF])+%3D&interact_ref=", back.Query);
        var expected = SHA256.HashData(Encoding.ASCII.GetBytes($"a-nonce-of-the-client\n{asked.Interact.Finish.Reveal()}\n{query["interact_ref"]}\n{payer.AuthServer.OriginalString}"));
        Assert.Equal(Convert.ToBase64String(expected), query["hash"]);
    }

    [Fact]
    public async Task Denial_leads_back_without_a_hash_or_a_reference()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        var back = await ConsentBrowser.DenyAsync(asked.Interact.Redirect);
        Assert.Equal("?order=4%202&note=a+b&result=grant_rejected", back.Query);
    }

    [Fact]
    public async Task Parameters_of_the_finish_uri_that_have_the_outcomes_names_are_replaced()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var finish = Journey.Finish with { Uri = new Uri("http://127.0.0.1:9/finish?hash=mine&interact_ref=mine&result=mine&kept=1") };
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null, finish);
        var back = await ConsentBrowser.DenyAsync(asked.Interact.Redirect);
        Assert.Equal("?kept=1&result=grant_rejected", back.Query);
    }

    [Fact]
    public async Task The_page_says_who_asks_from_which_account_how_much_with_fees_and_to_whom()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var ready = await Ready.ForAsync(sandbox, 1000);
        var asked = await sandbox.Client.AskAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        using var http = new HttpClient();
        using var page = await http.GetAsync(asked.Interact.Redirect);
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
        Assert.All(["shop", "Alice Andersen", "Bob's Books", "10.00 USD", "0.45 USD", "10.45 USD", "Approve", "Deny", "lang=\"en\"", "width=device-width"],
            what => Assert.Contains(what, html, StringComparison.Ordinal));
        Assert.Equal("same-origin", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_payments_that_come_again_says_how_often()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var limits = new LimitsOutgoing.WithDebitAmount { DebitAmount = Journey.Usd(1500), Interval = "R12/2026-12-01T00:00:00Z/P1M" };
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), limits);
        using var http = new HttpClient();
        var html = WebUtility.HtmlDecode(await http.GetStringAsync(asked.Interact.Redirect));
        Assert.All(["Allow these payments?", "15.00 USD", "12 times monthly, from 1 December 2026 until 1 December 2027 (UTC)"], what => Assert.Contains(what, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_final()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        _ = await ConsentBrowser.DenyAsync(asked.Interact.Redirect);
        Assert.Equal(410, await PostAsync(asked, "/approve"));
        sandbox.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(401, (await sandbox.Client.ContinueAsync(asked.Continue, null)).Refusal().Status);
    }

    [Fact]
    public async Task An_interaction_expires_after_ten_minutes()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        sandbox.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(410, await PostAsync(asked, "/approve"));
        using var http = new HttpClient();
        using var page = await http.GetAsync(asked.Interact.Redirect);
        Assert.Equal(410, (int)page.StatusCode);
    }

    [Fact]
    public async Task A_page_with_another_nonce_does_not_exist_and_an_answer_from_another_site_does_not_count()
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var asked = await sandbox.Client.AskAsync(await sandbox.WalletAsync(sandbox.Alice), null);
        Assert.Equal(404, await PostAsync(asked, "x/approve"));
        Assert.Equal(403, await PostAsync(asked, "/approve", origin: "http://evil.example"));
        Assert.Equal(403, await PostAsync(asked, "/approve", origin: "null"));
        Assert.Equal(303, await PostAsync(asked, "/approve", origin: sandbox.Server.Cloudnine.GetLeftPart(UriPartial.Authority)));
    }

    [Fact]
    public async Task A_clients_name_is_text_on_the_page_and_not_markup()
    {
        await using var sandbox = await TestSandbox.StartAsync(o => o with { HappylifeAccounts = [new("bob", "<script>alert(1)</script>", "USD", 2, 0), new("shop", "\"><img src=x>", "USD", 2, 0)] });
        var ready = await Ready.ForAsync(sandbox, 1000);
        var asked = await sandbox.Client.AskAsync(ready.Payer, Journey.UpTo(ready.Quote.DebitAmount));
        using var http = new HttpClient();
        var html = await http.GetStringAsync(asked.Interact.Redirect);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    private static async Task<int> PostAsync(GrantResponse.InteractionRequired asked, string path, string? origin = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(asked.Interact.Redirect.AbsoluteUri + path));
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}

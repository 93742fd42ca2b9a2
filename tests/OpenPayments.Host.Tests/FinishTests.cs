using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class FinishTests
{
    [Theory]
    [InlineData("hash=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D&interact_ref=made-up")]
    [InlineData("hash=short&interact_ref=made-up")]
    [InlineData("hash=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D&interact_ref=two%0Alines")]
    [InlineData("hash=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D&interact_ref=two%0D%0Alines")]
    [InlineData("hash=a&hash=b&interact_ref=c")]
    [InlineData("hash=only")]
    [InlineData("interact_ref=only")]
    [InlineData("")]
    [InlineData("result=two%0Alines")]
    [InlineData("result=")]
    public async Task A_return_that_the_wallet_did_not_make_changes_nothing(string query)
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        var before = await world.ShowAsync((string)started["id"]!);

        using var response = await world.Http.GetAsync($"payments/{started["id"]}/finish?{query}");
        var problem = await Json.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("Nothing has changed", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal(before.ToJsonString(), (await world.ShowAsync((string)started["id"]!)).ToJsonString());

        // the payer's own return still works
        using var back = await world.Http.GetAsync(await world.DecideAsync(started, "approve"));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.Equal("completed", (await world.FollowAsync((string)started["id"]!))[^1].Status);
    }

    [Fact]
    public async Task An_overlong_return_is_turned_away_before_it_is_looked_at()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using var response = await world.Http.GetAsync($"payments/{started["id"]}/finish?hash={new string('A', 43)}&interact_ref={new string('x', 1100)}");
        await Json.ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_hash_of_one_payment_does_not_finish_another()
    {
        await using var world = await SandboxedHost.StartAsync();
        var (mine, theirs) = (await world.StartPaymentAsync(), await world.StartPaymentAsync());
        var finish = await world.DecideAsync(theirs, "approve");
        using var response = await world.Http.GetAsync($"payments/{mine["id"]}/finish{finish.Query}");
        await Json.ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("awaiting-consent", (string?)(await world.ShowAsync((string)mine["id"]!))["status"]);
    }

    [Fact]
    public async Task Coming_back_twice_pays_once_and_leads_to_the_same_page()
    {
        await using var world = await SandboxedHost.StartAsync();
        var before = world.Sandbox.Balance(world.Bob);
        var started = await world.StartPaymentAsync();
        var finish = await world.DecideAsync(started, "approve");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Http.GetAsync(finish)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal("completed", (await world.FollowAsync((string)started["id"]!))[^1].Status);
        using var late = await world.Http.GetAsync(finish);
        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
        Assert.Equal(before + 1000, world.Sandbox.Balance(world.Bob));
    }

    [Fact]
    public async Task A_space_in_the_hash_is_the_plus_that_a_query_made_of_it()
    {
        await using var world = await SandboxedHost.StartAsync();
        // a hash without a plus proves nothing here: take the first payment whose hash has one
        for (var tries = 0; tries < 60; tries++)
        {
            var started = await world.StartPaymentAsync();
            var query = QueryHelpers.ParseQuery((await world.DecideAsync(started, "approve")).Query);
            if (!query["hash"].ToString().Contains('+', StringComparison.Ordinal)) continue;
            using var back = await world.Http.GetAsync($"payments/{started["id"]}/finish?hash={query["hash"]}&interact_ref={query["interact_ref"]}");
            Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
            return;
        }
        Assert.Fail("No hash had a plus.");
    }

    [Fact]
    public async Task A_refusal_is_noted_and_the_payer_may_still_agree()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using var refused = await world.Http.GetAsync($"payments/{started["id"]}/finish?result=grant_rejected");
        Assert.Equal(HttpStatusCode.SeeOther, refused.StatusCode);
        var payment = await world.ShowAsync((string)started["id"]!);
        Assert.Equal("awaiting-consent", (string?)payment["status"]);
        Assert.Equal("consent-declined", (string?)payment["reason"]!["code"]);

        using var agreed = await world.Http.GetAsync(await world.DecideAsync(started, "approve"));
        Assert.Equal("completed", (await world.FollowAsync((string)started["id"]!))[^1].Status);
    }

    [Fact]
    public async Task An_unknown_payment_is_not_finished()
    {
        await using var world = await SandboxedHost.StartAsync();
        using var response = await world.Http.GetAsync("payments/nobody/finish?hash=a&interact_ref=b");
        await Json.ProblemAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_browser_gets_a_page_that_says_what_happened()
    {
        await using var world = await SandboxedHost.StartAsync();
        var started = await world.StartPaymentAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"payments/{started["id"]}/finish?hash=a&interact_ref=%3Cscript%3E");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        using var response = await world.Http.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Nothing has changed", page, StringComparison.Ordinal);
        Assert.Contains($"?payment={started["id"]}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }
}

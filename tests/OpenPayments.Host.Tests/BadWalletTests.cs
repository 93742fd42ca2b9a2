using System.Net;
using Microsoft.AspNetCore.Http;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

/// <summary>
/// Wallets that answer with nonsense, traps and floods. Each ends the payment with a problem that names the step and the reason,
/// asks nobody for anything more, and leaves the failed payment in view.
/// </summary>
public sealed class BadWalletTests
{
    public static TheoryData<string, RequestDelegate, HttpStatusCode, string, string> Pages => new()
    {
        { "HTML", StubAnswers.With(200, "<!doctype html><title>Hello</title>", "text/html"), HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "not JSON" },
        { "not JSON", StubAnswers.With(200, "{\"id\": https"), HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "not JSON" },
        { "nothing", StubAnswers.With(200, ""), HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "not JSON" },
        { "a list", StubAnswers.With(200, "[]"), HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "WalletAddress" },
        { "a missing member", StubAnswers.With(200, StubAnswers.Wallet(new Uri("https://w.example/"), "alice", "authServer")), HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "authServer" },
        { "403", StubAnswers.With(403, ""), HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "403" },
        { "404", StubAnswers.With(404, "<h1>Not found</h1>", "text/html"), HttpStatusCode.UnprocessableEntity, "wallet-address-not-found", "no wallet address at this URL" },
        { "500", StubAnswers.With(500, "<h1>Oops</h1>", "text/html"), HttpStatusCode.BadGateway, "refused", "500" },
        { "a redirect to a private address", StubAnswers.With(302, "", location: "http://10.0.0.1/"), HttpStatusCode.UnprocessableEntity, "url-refused", "not https" },
        { "a redirect to the cloud's metadata", StubAnswers.With(307, "", location: "https://169.254.169.254/latest/"), HttpStatusCode.UnprocessableEntity, "url-refused", "private" },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Pages))]
    public async Task A_page_that_is_no_wallet_address_ends_the_payment(string kind, RequestDelegate page, HttpStatusCode status, string code, string reason)
    {
        Assert.NotEmpty(kind);
        await using var world = await StubbedHost.StartAsync();
        world.Wallet.Answer("GET /alice", page);
        await world.FailsAsync(status, code, "sender-wallet-address", reason, "#/senderWalletAddress");
        Assert.Equal(["GET /alice"], world.Wallet.Asked.Distinct());
    }

    [Fact]
    public async Task A_wallet_address_may_lead_to_another_three_times_and_no_more()
    {
        await using var world = await StubbedHost.StartAsync();
        world.Wallet.Answer("GET /bob", StubAnswers.With(301, "", location: world.Wallet.Bob.AbsoluteUri));
        await world.FailsAsync(HttpStatusCode.UnprocessableEntity, "url-refused", "receiver-wallet-address", "more than 3 times", "#/receiverWalletAddress");
        Assert.Equal(["GET /alice", "GET /bob", "GET /bob", "GET /bob", "GET /bob"], world.Wallet.Asked);
    }

    [Theory]
    [InlineData(1L << 30)]
    [InlineData(null)]
    public async Task An_answer_too_long_to_be_true_is_cut_off(long? length)
    {
        await using var world = await StubbedHost.StartAsync();
        var hungUp = new TaskCompletionSource<bool>();
        world.Wallet.Answer("GET /alice", StubAnswers.Flood(length, hungUp));
        await world.FailsAsync(HttpStatusCode.UnprocessableEntity, "not-a-wallet-address", "sender-wallet-address", "1048576", "#/senderWalletAddress");
        Assert.True(await hungUp.Task.WaitAsync(EventReader.Patience, TestContext.Current.CancellationToken), "It was read to the end.");
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        await using var world = await StubbedHost.StartAsync(new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:RequestTimeout"] = "00:00:01" } });
        world.Wallet.Answer("GET /bob", StubAnswers.Silence());
        world.Time.Leaps = false; // after the first attempt the host waits
        var starting = world.Host.Http.PostAsync("payments", Json.Content(world.Order()));
        await world.Time.WaitedForAsync(TimeSpan.FromMilliseconds(200)); // as does its caller
        world.Time.Jump(TimeSpan.FromSeconds(25));
        using var response = await starting;
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode); // that is longer than a caller is kept waiting
        world.Time.Leaps = true;
        var last = (await EventReader.ReadAsync(world.Host.Http, $"{response.Headers.Location}/events"))[^1];
        Assert.Equal("failed", last.Status);
        Assert.Equal(("unreachable", "receiver-wallet-address", "No answer after 5 attempts: no answer within 1 s."), ((string?)last.Data["reason"]!["code"], (string?)last.Data["reason"]!["step"], (string?)last.Data["reason"]!["detail"]));
        Assert.Equal(5, world.Wallet.Asked.Count(question => question == "GET /bob"));
    }

    [Theory]
    [InlineData("authServer", "file:///etc/passwd", "scheme is file")]
    [InlineData("authServer", "javascript:alert(1)", "scheme is javascript")]
    [InlineData("authServer", "/auth", "not an absolute URL")]
    [InlineData("authServer", "https://wallet:word@auth.example/", "credentials")]
    [InlineData("authServer", "https://10.0.0.1/", "private")]
    [InlineData("authServer", "https://[fd00::1]/", "private")]
    [InlineData("authServer", "http://[", "authServer")]
    [InlineData("authServer", "", "authServer")]
    [InlineData("resourceServer", "https://169.254.169.254/", "private")]
    [InlineData("resourceServer", "http://8.8.8.8/", "not https")]
    [InlineData("resourceServer", "resource", "not an absolute URL")]
    [InlineData("resourceServer", "https://api.example/a b", "blank")]
    public async Task A_wallet_whose_servers_may_not_be_called_ends_the_payment_before_anything_is_made(string member, string url, string reason)
    {
        await using var world = await StubbedHost.StartAsync();
        world.Wallet.Answer("GET /alice", StubAnswers.Wallet(world.Wallet.Url, "alice", member, url));
        var problem = await world.FailsAsync(HttpStatusCode.UnprocessableEntity, null, "sender-wallet-address", reason, "#/senderWalletAddress");
        Assert.Contains(member, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal(["GET /alice"], world.Wallet.Asked.Distinct());
    }

    [Theory]
    [InlineData("javascript:alert(document.domain)")]
    [InlineData("data:text/html,hello")]
    [InlineData("https://cloudnine.example@evil.example/")]
    [InlineData("/consent")]
    public async Task A_consent_page_that_is_no_web_page_is_never_shown(string redirect)
    {
        await using var world = await StubbedHost.StartAsync();
        world.AnswerConsent(redirect, $"{world.Wallet.Url}continue");
        var problem = await world.FailsAsync(HttpStatusCode.BadGateway, "url-refused", "outgoing-payment-grant", "consent page");
        Assert.DoesNotContain(redirect, problem.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_continuation_that_may_not_be_called_is_refused_before_the_payer_is_asked()
    {
        await using var world = await StubbedHost.StartAsync();
        world.AnswerConsent("https://consent.example/", "https://10.0.0.1/continue");
        await world.FailsAsync(HttpStatusCode.BadGateway, "url-refused", "outgoing-payment-grant", "continue.uri");
    }

    [Theory]
    [InlineData("POST /auth", "incoming-payment-grant")]
    [InlineData("POST /api/incoming-payments", "incoming-payment")]
    [InlineData("POST /api/quotes", "quote")]
    public async Task An_answer_on_the_way_that_is_not_what_was_promised_names_its_step(string question, string step)
    {
        await using var world = await StubbedHost.StartAsync();
        world.Wallet.Answer(question, "{\"id\":\"https://w.example/1\"}");
        await world.FailsAsync(HttpStatusCode.BadGateway, "unreadable-answer", step, "the specification");
        Assert.Equal(question, world.Wallet.Asked.Last(asked => !asked.StartsWith("DELETE ", StringComparison.Ordinal)));
    }
}

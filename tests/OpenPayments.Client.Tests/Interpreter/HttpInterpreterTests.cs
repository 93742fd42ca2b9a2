using System.Net;
using System.Text;
using OpenPayments.Flow.Plans;
using OpenPayments.Flow.Steps;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>The interpreter over real HTTP: what it sends for each question, and what it makes of each kind of answer.</summary>
public class HttpInterpreterTests
{
    private const string Alice = """{"id":"https://wallet.example/alice","assetCode":"USD","assetScale":2,"authServer":"https://auth.example/t","resourceServer":"https://wallet.example/t"}""";
    private static readonly Secret Token = new("t0k3n");

    /// <summary>A flow whose every answer is its next state.</summary>
    private static Func<Answer<T>, object> Same<T>() => answer => answer;

    private static async Task<Answer<T>> Answer<T>(Task<StepResult<object>> move) => Assert.IsAssignableFrom<Answer<T>>(Assert.IsType<StepResult<object>.To>(await move).State);

    private static async Task<Answer<WalletAddress>> Get(Uri url, Action<OpenPaymentsOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, TimeProvider? time = null)
    {
        using var client = new TestClient(configure, resolve, time);
        return await Answer<WalletAddress>(client.Interpreter<object>().GetWalletAddress(new GetWalletAddress(url), Same<WalletAddress>()));
    }

    private static async Task<Refusal> Refused(Uri url, Action<OpenPaymentsOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, TimeProvider? time = null) =>
        Assert.IsType<Answer<WalletAddress>.Refused>(await Get(url, configure, resolve, time)).Refusal;

    private static async Task<string> Lost(Uri url, Action<OpenPaymentsOptions>? configure = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) =>
        Assert.IsType<Answer<WalletAddress>.Lost>(await Get(url, configure, resolve)).Why;

    [Fact]
    public async Task A_body_comes_with_the_time_it_came_at()
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(20000);
        await using var server = RawServer.Json(200, Alice);
        var body = Assert.IsType<Answer<WalletAddress>.Body>(await Get(server.Url("/alice"), time: new FixedTime(at)));
        Assert.Equal(("USD", at), (body.Value.AssetCode, body.At));
    }

    [Fact]
    public async Task A_refusal_keeps_status_code_description_and_details()
    {
        await using var server = RawServer.Json(403, """{"error":{"code":"403","description":"unauthorized","details":{"b":1.0,"1":"é"}}}""", "Retry-After: 7\r\n");
        Assert.Equal(new Refusal(403, "403", "unauthorized", TimeSpan.FromSeconds(7), """{"1":"é","b":1}"""), await Refused(server.Url()));
    }

    [Fact]
    public async Task A_refusal_without_a_body_is_its_status()
    {
        await using var server = RawServer.Answering("HTTP/1.1 503 x\r\nContent-Length: 4\r\n\r\n<h1>");
        Assert.Equal(new Refusal(503), await Refused(server.Url()));
    }

    [Theory]
    [InlineData("Thu, 01 Jan 2026 00:01:30 GMT", 90)]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 0)]
    [InlineData("5", 5)]
    [InlineData("soon", null)]
    public async Task Retry_After_is_read_as_seconds_or_as_a_date(string header, int? seconds)
    {
        await using var server = RawServer.Json(429, "{}", $"Retry-After: {header}\r\n");
        var refusal = await Refused(server.Url(), time: new FixedTime(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(seconds, (int?)refusal.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_signed_request_is_not_redirected_and_the_refusal_says_so()
    {
        await using var server = RawServer.Json(301, "", "Location: http://127.0.0.1:1/\r\n");
        using var client = new TestClient();
        var refusal = Assert.IsType<Answer<OutgoingPayment>.Refused>(await Answer<OutgoingPayment>(
            client.Interpreter<object>().GetOutgoingPayment(new GetOutgoingPayment(server.Url("/o/1"), Token), Same<OutgoingPayment>()))).Refusal;
        Assert.Equal(301, refusal.Status);
        Assert.Contains("not followed", refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreadable_success_is_a_refusal_that_says_where()
    {
        await using var server = RawServer.Json(200, "{}");
        var refusal = await Refused(server.Url());
        Assert.Equal((200, Refusal.Codes.Unreadable), (refusal.Status, refusal.Code));
        Assert.Contains("authServer", refusal.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://8.8.8.8/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("alice")]
    [InlineData("file:///etc/passwd")]
    public async Task A_URL_that_may_not_be_called_is_refused_unsent(string url)
    {
        var refusal = await Refused(new Uri(url, UriKind.RelativeOrAbsolute));
        Assert.Equal((0, Refusal.Codes.UrlRefused), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_refused_unsent()
    {
        var refusal = await Refused(new Uri("https://wallet.example/"), resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1")]));
        Assert.Equal((0, Refusal.Codes.UrlRefused, "The URL may not be called: its name is unknown, or leads to this very machine (loopback) or to a private, local or reserved address."), (refusal.Status, refusal.Code, refusal.Description));
    }

    [Fact]
    public async Task A_relative_server_URL_is_refused_unsent()
    {
        using var client = new TestClient();
        var answer = await Answer<Quote>(client.Interpreter<object>().CreateQuote(new CreateQuote(new Uri("tenant", UriKind.Relative), Token, AQuote()), Same<Quote>()));
        Assert.Equal(Refusal.Codes.UrlRefused, Assert.IsType<Answer<Quote>.Refused>(answer).Refusal.Code);
    }

    [Fact]
    public async Task Silence_is_lost()
    {
        await using var server = new RawServer((_, _) => Task.Delay(Timeout.Infinite));
        Assert.Equal("no answer within 0.2 s", await Lost(server.Url(), o => o.RequestTimeout = TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task A_body_without_end_is_refused_as_unreadable_and_one_that_trickles_is_lost()
    {
        await using var trickling = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n{"u8.ToArray());
            await Task.Delay(Timeout.Infinite);
        });
        Assert.Equal("no answer within 0.2 s", await Lost(trickling.Url(), o => o.RequestTimeout = TimeSpan.FromMilliseconds(200)));

        await using var endless = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            while (true) await stream.WriteAsync(new byte[65536]);
        });
        Assert.Equal(Refusal.Codes.Unreadable, (await Refused(endless.Url())).Code);
    }

    [Fact]
    public async Task A_connection_that_breaks_or_cannot_be_made_is_lost()
    {
        await using var hangingUp = new RawServer((_, stream) =>
        {
            stream.Close();
            return Task.CompletedTask;
        });
        Assert.Equal("the connection ended before the answer did", await Lost(hangingUp.Url()));

        await using var babbling = RawServer.Answering("SSH-2.0-OpenSSH\r\n\r\n");
        Assert.Equal("what came back was not HTTP", await Lost(babbling.Url()));

        int free;
        await using (var gone = RawServer.Json(200, Alice)) free = gone.Port;
        Assert.Equal("no connection could be made", await Lost(new Uri($"http://127.0.0.1:{free}/")));

        await using var plain = RawServer.Answering("HTTP/1.1 400 x\r\n\r\n");
        Assert.Equal("no secure connection (TLS) could be made", await Lost(new Uri($"https://127.0.0.1:{plain.Port}/")));

        Assert.Equal("the host's name could not be resolved", await Lost(new Uri("https://wallet.invalid/"), resolve: (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.TryAgain)));
    }

    private static CreateQuoteRequest AQuote() => new CreateQuoteRequest.Plain { WalletAddress = new Uri("https://wallet.example/alice"), Receiver = new Uri("https://bank.example/incoming-payments/1"), Method = PaymentMethod.Ilp };

    private static InteractRequest Interact() => new()
    {
        Start = [InteractRequestStart.Redirect],
        Finish = new InteractRequestFinish { Method = InteractRequestFinishMethod.Redirect, Uri = new Uri("https://shop.example/finish"), Nonce = new Secret("n0nce") },
    };

    private static AccessItem Access() => new AccessQuote { Actions = [AccessQuoteAction.Create] };

    [Theory]
    [InlineData(false, false, "{\"walletAddress\":\"https://client.example/me\"}")]
    [InlineData(false, true, "{\"walletAddress\":\"https://client.example/me\"}")]
    [InlineData(true, false, "{\"jwk\":{\"kid\":\"key-1\",")]
    [InlineData(true, true, "{\"walletAddress\":\"https://client.example/me\"}")]
    public async Task A_grant_request_says_who_asks(bool directed, bool interactive, string client)
    {
        await using var server = RawServer.Json(400, "{}");
        using var test = new TestClient(o => o.DirectedIdentity = directed);
        _ = await test.Interpreter<object>().RequestGrant(new RequestGrant(server.Url("/tenant"), Access(), interactive ? Interact() : null), Same<GrantResponse>());
        var request = server.Requests.Single();
        Assert.Equal(("POST", "/tenant"), (request.Method, request.Target));
        Assert.Contains($"\"client\":{client}", Encoding.UTF8.GetString(request.Body), StringComparison.Ordinal);
        Assert.Equal(interactive, Encoding.UTF8.GetString(request.Body).Contains("n0nce", StringComparison.Ordinal));
        Assert.IsType<Verification.Valid>(test.Verify(request.Message()));
    }

    [Fact]
    public async Task Each_question_goes_where_its_server_said_and_signed_where_it_carries_a_token()
    {
        await using var server = RawServer.Json(400, "{}");
        using var test = new TestClient();
        var interpreter = test.Interpreter<object>();
        var (tenant, quote) = (server.Url("/tenant/?x=1"), new CreateOutgoingPaymentRequest.WithQuoteId { WalletAddress = new Uri("https://wallet.example/alice"), QuoteId = new Uri("https://wallet.example/quotes/1") });

        _ = await interpreter.CreateIncomingPayment(new CreateIncomingPayment(server.Url("/tenant"), Token, new CreateIncomingPaymentRequest { WalletAddress = new Uri("https://bank.example/bob") }), Same<IncomingPaymentWithMethods>());
        _ = await interpreter.CreateQuote(new CreateQuote(tenant, Token, AQuote()), Same<Quote>());
        _ = await interpreter.ContinueGrant(new ContinueGrant(server.Url("/continue/1"), Token, new Secret("ref")), Same<ContinueGrantResponse>());
        _ = await interpreter.CreateOutgoingPayment(new CreateOutgoingPayment(server.Url("/tenant/"), Token, quote), Same<OutgoingPaymentWithSpentAmounts>());
        _ = await interpreter.ListOutgoingPayments(new ListOutgoingPayments(server.Url("/"), Token, new Uri("https://wallet.example/alice"), "c"), Same<ListOutgoingPaymentsResponse>());
        _ = await interpreter.GetOutgoingPayment(new GetOutgoingPayment(server.Url("/o/1"), Token), Same<OutgoingPayment>());
        _ = await interpreter.GetIncomingPayment(new GetIncomingPayment(server.Url("/i/1"), Token), Same<IncomingPaymentView>());
        _ = await interpreter.GetIncomingPayment(new GetIncomingPayment(server.Url("/i/1"), null), Same<IncomingPaymentView>());
        _ = await interpreter.GetWalletAddress(new GetWalletAddress(server.Url("/alice")), Same<WalletAddress>());

        Assert.Equal(
            [
                "POST /tenant/incoming-payments", "POST /tenant/quotes?x=1", "POST /continue/1", "POST /tenant/outgoing-payments",
                "GET /outgoing-payments?wallet-address=https%3A%2F%2Fwallet.example%2Falice&cursor=c&first=100", "GET /o/1", "GET /i/1", "GET /i/1", "GET /alice",
            ],
            server.Requests.Select(r => $"{r.Method} {r.Target}"));
        Assert.All(server.Requests.Take(7), r => Assert.IsType<Verification.Valid>(test.Verify(r.Message())));
        Assert.All(server.Requests.Skip(7), r => Assert.Empty(r.Header("Signature")));
        Assert.Equal("""{"interact_ref":"ref"}""", Encoding.UTF8.GetString(server.Requests[2].Body));
    }

    [Fact]
    public async Task What_is_given_back_is_deleted_where_its_server_said()
    {
        await using var server = new RawServer(async (_, stream) => await stream.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray()));
        using var test = new TestClient();
        var interpreter = test.Interpreter<object>();
        Assert.IsType<Answer<GivenBack>.Body>(await Answer<GivenBack>(interpreter.RevokeToken(new RevokeToken(server.Url("/token/1"), Token), Same<GivenBack>())));
        Assert.IsType<Answer<GivenBack>.Body>(await Answer<GivenBack>(interpreter.CancelGrant(new CancelGrant(server.Url("/continue/1"), Token), Same<GivenBack>())));
        Assert.Equal(["DELETE /token/1", "DELETE /continue/1"], server.Requests.Select(r => $"{r.Method} {r.Target}"));
        Assert.All(server.Requests, r => Assert.IsType<Verification.Valid>(test.Verify(r.Message())));
    }

    [Theory, InlineData(301), InlineData(302), InlineData(307), InlineData(308)]
    public async Task A_wallet_address_may_redirect_to_another_and_the_last_document_counts(int status)
    {
        await using var server = new RawServer(async (request, stream) => await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Target == "/alice"
            ? $"HTTP/1.1 200 OK\r\nContent-Length: {Alice.Length}\r\n\r\n{Alice}"
            : $"HTTP/1.1 {status} Elsewhere\r\nLocation: {(request.Target == "/one" ? "/two" : "/alice")}\r\nContent-Length: 0\r\n\r\n")));
        Assert.Equal("USD", Assert.IsType<Answer<WalletAddress>.Body>(await Get(server.Url("/one"))).Value.AssetCode);
        Assert.Equal(["/one", "/two", "/alice"], server.Requests.Select(r => r.Target));
    }

    [Fact]
    public async Task A_wallet_address_that_redirects_for_ever_or_inside_is_refused()
    {
        await using var server = new RawServer(async (request, stream) => await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 302 Elsewhere\r\nLocation: {(request.Target == "/inside" ? "https://10.0.0.1/alice" : "/again")}\r\nContent-Length: 0\r\n\r\n")));
        Assert.Equal((0, Refusal.Codes.UrlRefused), Said(await Refused(server.Url("/again"))));
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal((0, Refusal.Codes.UrlRefused), Said(await Refused(server.Url("/inside"))));

        static (int, string?) Said(Refusal refusal) => (refusal.Status, refusal.Code);
    }

    [Fact]
    public async Task A_refusal_says_who_signed_the_request()
    {
        await using var server = RawServer.Json(401, """{"error":{"code":"401","description":"Signature validation error: could not find key in list of client keys"}}""");
        using var test = new TestClient();
        var refused = Assert.IsType<Answer<Quote>.Refused>(await Answer<Quote>(test.Interpreter<object>().CreateQuote(new CreateQuote(server.Url("/"), Token, AQuote()), Same<Quote>())));
        Assert.Equal(server.Url("/").GetLeftPart(UriPartial.Authority), refused.Refusal.Signer!.Server.OriginalString);
        Assert.NotEmpty(refused.Refusal.Signer.KeyId);
    }

    [Fact]
    public async Task A_token_that_no_header_can_carry_is_not_sent()
    {
        await using var server = RawServer.Json(200, "{}");
        using var test = new TestClient();
        var refused = Assert.IsType<Answer<OutgoingPayment>.Refused>(await Answer<OutgoingPayment>(
            test.Interpreter<object>().GetOutgoingPayment(new GetOutgoingPayment(server.Url("/o/1"), new Secret("s3cret\r\n")), Same<OutgoingPayment>())));
        Assert.DoesNotContain("s3cret", refused.ToString(), StringComparison.Ordinal);
        Assert.Equal((0, Refusal.Codes.NotSent, false), (refused.Refusal.Status, refused.Refusal.Code, refused.Refusal.WasSent));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Waiting_sleeps_until_its_time_and_is_over_then()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20000);
        using var test = new TestClient(time: new FixedTime(now));
        var interpreter = test.Interpreter<object>();
        Assert.Equal(new StepResult<object>.Sleeping(now.AddSeconds(1)), await interpreter.Wait(now.AddSeconds(1), at => at));
        Assert.Equal(new StepResult<object>.To(now), await interpreter.Wait(now, at => at));
    }

    [Fact]
    public async Task The_payer_is_waited_for_until_time_is_up()
    {
        var now = DateTimeOffset.UnixEpoch.AddDays(20000);
        using var test = new TestClient(time: new FixedTime(now));
        var interpreter = test.Interpreter<object>();
        var redirect = new Secret("https://auth.example/interact/1");
        var paused = await interpreter.Await(new Step<object>.Await(now.AddSeconds(1), redirect, at => at));
        Assert.Equal(new StepResult<object>.Paused(redirect, now.AddSeconds(1)), paused);
        Assert.DoesNotContain("interact/1", paused.ToString(), StringComparison.Ordinal);
        Assert.Equal(new StepResult<object>.To(now), await interpreter.Await(new Step<object>.Await(now, redirect, at => at)));
    }

    [Fact]
    public async Task Random_text_is_long_fresh_and_safe_in_any_text_and_the_end_is_the_end()
    {
        using var test = new TestClient();
        var interpreter = test.Interpreter<object>();
        var drawn = new HashSet<string>();
        for (var i = 0; i < 100; i++)
        {
            var text = Assert.IsType<Secret>(Assert.IsType<StepResult<object>.To>(await interpreter.Draw((secret, _) => secret)).State).Reveal();
            Assert.Matches("^[A-Za-z0-9_-]{32}$", text);
            Assert.True(drawn.Add(text));
        }
        Assert.IsType<StepResult<object>.Finished>(await interpreter.Done());
    }
}

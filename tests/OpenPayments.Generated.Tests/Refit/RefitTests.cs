using System.Net.Sockets;

namespace OpenPayments.Generated.Tests;

/// <summary>What Refit does otherwise than the interfaces promise, each thing over real HTTP.</summary>
public sealed class RefitTests : IDisposable
{
    private const string Token = "OS9M2PMHKUR64TB8N6BW7OZB8CDFONP219RP1LT0";
    private const string Quote = """
        {"id":"https://wallet.example/quotes/1","walletAddress":"https://wallet.example/alice","receiver":"https://bank.example/incoming-payments/1",
        "receiveAmount":{"value":"1","assetCode":"USD","assetScale":2},"debitAmount":{"value":"1","assetCode":"USD","assetScale":2},"method":"ilp","createdAt":"2022-03-12T23:20:50Z"}
        """;

    private readonly HttpClient _http = new(new AnswerHandler(new SocketsHttpHandler { UseProxy = false }, maxBytes: 2000));

    public void Dispose() => _http.Dispose();

    private IResourceServerApi Resources => ApiClient.For<IResourceServerApi>(_http);

    private IAuthServerApi Grants => ApiClient.For<IAuthServerApi>(_http);

    [Fact]
    public async Task The_token_itself_is_sent_and_not_its_redaction()
    {
        await using var server = await LoopbackServer.StartAsync(200, Quote);
        var quote = await Resources.GetQuoteAsync(server.Url("/quotes/1"), new Secret(Token));
        Assert.IsType<ApiResult<Quote>.Success>(quote);
        Assert.Equal("GNAP " + Token, Assert.Single(server.Requests).Headers["Authorization"]);
        Assert.Equal("application/json", server.Requests[0].Headers["Accept"]);
    }

    [Fact]
    public async Task A_token_that_no_header_can_carry_is_not_sent_and_not_told()
    {
        await using var server = await LoopbackServer.StartAsync(200, Quote);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Resources.GetQuoteAsync(server.Url("/quotes/1"), new Secret("a b\r\nc")));
        Assert.StartsWith("The access token is not one that a header can carry", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a b", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_public_read_sends_no_token()
    {
        await using var server = await LoopbackServer.StartAsync(404);
        _ = await Resources.GetIncomingPaymentAsync(server.Url("/incoming-payments/1"), null);
        Assert.DoesNotContain("Authorization", Assert.Single(server.Requests).Headers.Keys);
    }

    [Fact]
    public async Task A_url_is_called_as_it_was_given_whatever_the_base_address_is()
    {
        await using var server = await LoopbackServer.StartAsync(204);
        Assert.Null(_http.BaseAddress);
        _ = await Grants.RevokeTokenAsync(server.Url("/tenant%2Fone/%C3%A9?at=1%3D2&q=a+b"), new Secret(Token));
        Assert.Equal("/tenant%2Fone/%C3%A9?at=1%3D2&q=a+b", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_query_is_added_to_the_one_that_the_server_gave_out()
    {
        await using var server = await LoopbackServer.StartAsync(404);
        _ = await Resources.ListOutgoingPaymentsAsync(server.Url("/outgoing-payments?tenant=7"), new Secret(Token), "https://wallet.example/a&b", first: 20);
        Assert.Equal("/outgoing-payments?tenant=7&wallet-address=https%3A%2F%2Fwallet.example%2Fa%26b&first=20", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_body_is_sent_in_one_piece_with_its_length()
    {
        await using var server = await LoopbackServer.StartAsync(400);
        var asked = new ContinueGrantRequest { InteractRef = new Secret("ref-1") };
        _ = await Grants.ContinueGrantAsync(server.Url("/continue/1"), new Secret(Token), asked);
        var sent = Assert.Single(server.Requests);
        Assert.Equal("""{"interact_ref":"ref-1"}""", sent.Body);
        Assert.Equal(("24", "application/json"), (sent.Headers["Content-Length"], sent.Headers["Content-Type"]));
        Assert.DoesNotContain("Transfer-Encoding", sent.Headers.Keys);
    }

    [Fact]
    public async Task No_body_is_none_and_not_null()
    {
        await using var server = await LoopbackServer.StartAsync(400);
        _ = await Grants.ContinueGrantAsync(server.Url("/continue/1"), new Secret(Token));
        var sent = Assert.Single(server.Requests);
        Assert.Equal("", sent.Body);
        Assert.DoesNotContain("Content-Type", sent.Headers.Keys);
    }

    [Fact]
    public async Task An_answer_without_content_is_a_success()
    {
        await using var server = await LoopbackServer.StartAsync(204);
        var gone = Assert.IsType<ApiResult<NoContent>.Success>(await Grants.RevokeTokenAsync(server.Url("/token/1"), new Secret(Token)));
        Assert.Equal(204, gone.Status);
    }

    [Fact]
    public async Task A_refusal_is_a_value_with_the_error_its_status_and_its_headers()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            context.Response.Headers.RetryAfter = "7";
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, """{"error":{"code":"403","description":"Inactive Token"}}""");
        });
        var refused = Assert.IsType<ApiResult<Quote>.Failure>(await Resources.GetQuoteAsync(server.Url("/quotes/1"), new Secret(Token)));
        Assert.Equal((403, "Inactive Token", TimeSpan.FromSeconds(7)), (refused.Status, refused.Error!.Description, refused.Headers.RetryAfter!.Delta));
    }

    [Theory, InlineData(200), InlineData(500)]
    public async Task An_answer_longer_than_the_limit_is_not_read(int status)
    {
        await using var server = await LoopbackServer.StartAsync(status, """{"error":{"code":"x","description":"y"},"z":" """ + new string('.', 2000));
        var answer = await Resources.GetQuoteAsync(server.Url("/quotes/1"), new Secret(Token));
        Assert.Equal(status, answer.Status);
        Assert.Equal("longer", answer.Match(_ => "read", refused => refused.Error is null ? "longer" : "read", bad => bad.Why == "The body is longer than 2000 bytes." ? "longer" : bad.Why));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_and_lets_go_of_the_server()
    {
        await using var server = await LoopbackServer.SilentAsync();
        using var cancel = new CancellationTokenSource();
        var call = Resources.GetQuoteAsync(server.Url("/quotes/1"), new Secret(Token), cancel.Token);
        Assert.Same(server.Arrived, await Task.WhenAny(server.Arrived, call));
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Fact]
    public async Task A_timeout_is_the_transports_own_and_holds_no_token()
    {
        await using var server = await LoopbackServer.SilentAsync();
        _http.Timeout = TimeSpan.FromMilliseconds(100);
        var late = await Assert.ThrowsAsync<TaskCanceledException>(() => Resources.GetQuoteAsync(server.Url("/quotes/1"), new Secret(Token)));
        Assert.IsType<TimeoutException>(late.InnerException);
        Assert.DoesNotContain(Token, late.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_the_transports_own_and_holds_no_token()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0)); // taken, and nobody listens
        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => Resources.GetQuoteAsync(new Uri($"http://{reserved.LocalEndPoint}/quotes/1"), new Secret(Token)));
        Assert.Equal(HttpRequestError.ConnectionError, lost.HttpRequestError);
        Assert.DoesNotContain(Token, lost.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_the_handler_says_what_is_missing()
    {
        await using var server = await LoopbackServer.StartAsync(200, Quote);
        using var bare = new HttpClient();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => ApiClient.For<IResourceServerApi>(bare).GetQuoteAsync(server.Url("/quotes/1"), new Secret(Token)));
        Assert.Equal("The answer did not pass an AnswerHandler: make it the first handler of the HttpClient, as in AddHttpMessageHandler(() => new AnswerHandler()).", error.Message);
    }

    [Fact]
    public async Task Other_requests_of_the_same_client_pass_unchanged()
    {
        await using var server = await LoopbackServer.StartAsync(418, "a teapot");
        using var answer = await _http.GetAsync(server.Url("/"));
        Assert.Equal(("a teapot", 418), (await answer.Content.ReadAsStringAsync(), (int)answer.StatusCode));
        Assert.DoesNotContain("Accept", Assert.Single(server.Requests).Headers.Keys);
    }
}

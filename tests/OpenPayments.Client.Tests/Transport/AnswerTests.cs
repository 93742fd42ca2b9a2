using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Client.Tests;

/// <summary>Every kind of answer, good and bad, becomes a value.</summary>
public class AnswerTests
{
    private const string Alice = """{"id":"https://wallet.example/alice","publicName":"Alice","assetCode":"USD","assetScale":2,"authServer":"https://auth.example/t","resourceServer":"https://wallet.example/t"}""";

    private static async Task<ApiResult<WalletAddress>> Get(RawServer server, Action<OpenPaymentsOptions>? configure = null)
    {
        using var client = new TestClient(configure);
        return await client.Api.WalletAddresses.GetWalletAddressAsync(server.Url("/alice"));
    }

    private static async Task<string> Unreadable(string body)
    {
        await using var server = RawServer.Json(200, body);
        return Assert.IsType<ApiResult<WalletAddress>.Unreadable>(await Get(server)).Why;
    }

    private static async Task<ErrorDetail?> Failure(string body, int status = 400)
    {
        await using var server = RawServer.Json(status, body);
        var failure = Assert.IsType<ApiResult<WalletAddress>.Failure>(await Get(server));
        Assert.Equal(status, failure.Status);
        return failure.Error;
    }

    [Theory, InlineData(""), InlineData("\ufeff"), InlineData(" \r\n")]
    public async Task A_body_is_read_whatever_stands_before_it(string before)
    {
        await using var server = RawServer.Json(200, before + Alice);
        Assert.Equal("USD", Assert.IsType<ApiResult<WalletAddress>.Success>(await Get(server)).Body.AssetCode);
    }

    [Fact]
    public async Task A_chunked_body_is_read()
    {
        await using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{10:x}\r\n{Alice[..10]}\r\n{Alice.Length - 10:x}\r\n{Alice[10..]}\r\n0\r\n\r\n");
        Assert.IsType<ApiResult<WalletAddress>.Success>(await Get(server));
    }

    [Fact]
    public async Task An_answer_without_a_body_is_no_content()
    {
        await using var server = RawServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");
        using var client = new TestClient();
        Assert.IsType<ApiResult<NoContent>.Success>(await client.Api.Grants.RevokeTokenAsync(server.Url(), new Secret("t")));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("<html>s3cret</html>", "not JSON")]
    [InlineData("{\"id\":\"https://s3cret", "not JSON")]
    [InlineData("null", "null")]
    [InlineData("[]", "WalletAddress")]
    [InlineData("\"s3cret\"", "WalletAddress")]
    [InlineData("""{"id":"https://wallet.example/s3cret"}""", "authServer")]
    [InlineData("""{"id":"https://wallet.example/alice","assetCode":"USD","assetScale":"s3cret","authServer":"https://a.example/","resourceServer":"https://r.example/"}""", "$.assetScale")]
    [InlineData("""{"id":"https://wallet.example/alice","assetCode":null,"assetScale":2,"authServer":"https://a.example/","resourceServer":"https://r.example/"}""", "$.assetCode")]
    public async Task A_success_that_is_not_what_was_promised_says_where_and_repeats_nothing(string body, string says)
    {
        var why = await Unreadable(body);
        Assert.Contains(says, why, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", why, StringComparison.Ordinal);
        Assert.DoesNotContain("<", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"too_fast","description":"wait"}}""", "too_fast", "wait")]
    [InlineData("""{"error":{"description":"wait"}}""", "", "wait")]
    [InlineData("""{"error":{"code":400,"description":null}}""", "400", null)]
    [InlineData("""{"error":"invalid_client"}""", "invalid_client", null)]
    [InlineData("""{"error":{"code":{"x":1},"description":["y"],"details":"z"}}""", "", null)]
    public async Task An_error_body_is_read_for_what_it_holds(string body, string code, string? description)
    {
        var error = await Failure(body);
        Assert.Equal((code, description), (error!.Code, error.Description));
    }

    [Theory, InlineData(""), InlineData("<html>nope</html>"), InlineData("null"), InlineData("[]"), InlineData("{}"), InlineData("{\"error\":1}"), InlineData("{\"error\":null}"), InlineData("{\"error\":\"\\ud800\"}")]
    public async Task An_error_without_a_readable_body_is_still_a_failure(string body)
    {
        Assert.Null(await Failure(body, 500));
        Assert.Null(await Failure(body, 401));
    }

    [Fact]
    public async Task Details_of_an_error_are_kept() =>
        Assert.Equal("\"5\"", (await Failure("""{"error":{"code":"400","details":{"minSendAmount":{"value":"5"}}}}"""))!.Details!["minSendAmount"].GetProperty("value").GetRawText());

    [Fact]
    public async Task A_chattering_error_is_cut_short() => Assert.InRange((await Failure($$$"""{"error":{"code":"c","description":"{{{new string('d', 50_000)}}}"}}"""))!.Description!.Length, 1, 1001);

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_body_of_exactly_the_cap_is_read_and_one_byte_more_is_not(bool chunked)
    {
        string Response(string body) => chunked
            ? $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{body.Length:x}\r\n{body}\r\n0\r\n\r\n"
            : $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        await using var fits = RawServer.Answering(Response(Alice.PadRight(5000)));
        await using var over = RawServer.Answering(Response(Alice.PadRight(5001)));
        Assert.IsType<ApiResult<WalletAddress>.Success>(await Get(fits, o => o.MaxResponseBytes = 5000));
        Assert.Contains("5000", Assert.IsType<ApiResult<WalletAddress>.Unreadable>(await Get(over, o => o.MaxResponseBytes = 5000)).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_announced_gigabyte_is_not_read()
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n{");
        Assert.IsType<ApiResult<WalletAddress>.Unreadable>(await Get(server));
    }

    [Fact]
    public async Task A_body_that_trickles_is_given_up_on_in_time()
    {
        await using var server = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
            await Task.Delay(Timeout.Infinite);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Get(server, o => o.RequestTimeout = TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_answer()
    {
        await using var server = new RawServer(async (_, stream) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray());
            stream.Close();
        });
        Assert.Equal(HttpRequestError.ResponseEnded, (await Assert.ThrowsAsync<HttpRequestException>(() => Get(server))).HttpRequestError);
    }

    [Theory, InlineData("a\r\nX: y"), InlineData(""), InlineData("a b"), InlineData("é")]
    public async Task A_token_that_no_header_can_carry_is_not_sent(string token)
    {
        await using var server = RawServer.Json(200, "{}");
        using var client = new TestClient();
        await Assert.ThrowsAsync<ArgumentException>(() => client.Api.Resources.GetQuoteAsync(server.Url(), new Secret(token)));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task An_answer_is_read_with_the_clients_own_options_half_a_surrogate_pair_too()
    {
        await using var server = RawServer.Json(200, """
            {"id":"https://wallet.example/incoming-payments/1","walletAddress":"https://wallet.example/alice","completed":false,"createdAt":"2026-11-22T06:00:00Z",
             "receivedAmount":{"value":"0","assetCode":"USD","assetScale":2},"methods":[],"metadata":{"\ud800":1}}
            """);
        using var client = new TestClient();
        var answer = await client.Api.Resources.GetIncomingPaymentAsync(server.Url("/incoming-payments/1"), new Secret("t"));
        Assert.IsType<ApiResult<IncomingPaymentView>.Success>(answer);
    }

    [Theory]
    [InlineData("file://\\u202e/etc/passwd")]
    [InlineData("file://\\u200e")]
    [InlineData("\\\\\\\\\\u202e\\\\a")]
    public async Task A_text_that_breaks_the_frameworks_own_reader_of_URLs_is_an_answer_that_cannot_be_read(string url) =>
        Assert.Contains("authServer", await Unreadable(Alice.Replace("https://auth.example/t", url, StringComparison.Ordinal)), StringComparison.Ordinal);
}

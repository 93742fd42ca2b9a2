using System.Net;
using System.Net.Http.Headers;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class ApiKeyTests
{
    private const string Key = "a-key-of-the-shop";

    [Theory]
    [InlineData(null, null)]
    [InlineData("Bearer", "a-key-of-the-shoq")]
    [InlineData("Bearer", "a-key-of-the-sho")]
    [InlineData("Bearer", "a-key-of-the-shop-and-more")]
    [InlineData("Basic", Key)]
    public async Task Outside_Development_a_payment_is_started_with_an_API_key_alone(string? scheme, string? key)
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, InProduction());
        using var response = await PostAsync(host, scheme, key);
        await Json.ProblemAsync(response, HttpStatusCode.Unauthorized);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_key_the_body_is_looked_at()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, InProduction());
        using var response = await PostAsync(host, "Bearer", Key);
        await Json.ProblemAsync(response, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task In_Development_no_key_is_needed()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder);
        using var response = await PostAsync(host, null, null);
        await Json.ProblemAsync(response, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Each_caller_has_so_many_requests_a_minute_and_strangers_have_their_own()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, InProduction(requestsPerMinute: 3));
        for (var i = 0; i < 3; i++)
        {
            using var allowed = await PostAsync(host, "Bearer", Key);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, allowed.StatusCode);
        }
        using var over = await PostAsync(host, "Bearer", Key);
        await Json.ProblemAsync(over, HttpStatusCode.TooManyRequests);
        Assert.InRange(over.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        using var stranger = await PostAsync(host, null, null);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task Whoever_tries_keys_out_is_slowed_down()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, InProduction(requestsPerMinute: 3));
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await PostAsync(host, "Bearer", $"guess-number-{i:d8}");
            answers.Add(response.StatusCode);
        }
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    private static HostSetup InProduction(int requestsPerMinute = 1000) => new()
    {
        Environment = "Production",
        Settings = new Dictionary<string, string?> { ["OpenPayments:ApiKeys:0"] = Key, ["OpenPayments:RequestsPerMinute"] = $"{requestsPerMinute}" },
    };

    private static async Task<HttpResponseMessage> PostAsync(RunningHost host, string? scheme, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "payments") { Content = Json.Content("{}") };
        if (scheme is not null) request.Headers.Authorization = new AuthenticationHeaderValue(scheme, key);
        return await host.Http.SendAsync(request);
    }
}

using System.Net;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_request_again_gives_the_same_payment()
    {
        await using var world = await SandboxedHost.StartAsync();
        using var first = await PostAsync(world, "order-1", world.Order().ToJsonString());
        // written differently, the same all the same
        using var again = await PostAsync(world, "order-1", " " + world.Order().ToJsonString().Replace(",", " ,\n", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Another_request_with_the_same_key_is_refused()
    {
        await using var world = await SandboxedHost.StartAsync();
        using var first = await PostAsync(world, "order-1", world.Order("1000").ToJsonString());
        using var other = await PostAsync(world, "order-1", world.Order("1001").ToJsonString());
        var problem = await Json.ProblemAsync(other, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("idempotency-key-reused", (string?)problem["code"]);
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    [InlineData("0.1000000000000000000001")]
    [InlineData("[1,1e401]")]
    public async Task A_number_that_servers_would_read_as_another_is_refused_so_no_two_requests_are_taken_for_one(string number)
    {
        await using var world = await SandboxedHost.StartAsync();
        using var response = await PostAsync(world, "order-1", world.Order().ToJsonString()[..^1] + $",\"metadata\":{{\"n\":{number}}}}}");
        var problem = await Json.ProblemAsync(response, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("/n", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal("#/metadata", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Theory]
    [InlineData("1.0", "1", true)]
    [InlineData("-0", "0", true)]
    [InlineData("2", "3", false)]
    public async Task Numbers_that_servers_read_as_the_same_are_the_same(string one, string other, bool same)
    {
        await using var world = await SandboxedHost.StartAsync();
        string Body(string number) => world.Order().ToJsonString()[..^1] + $",\"metadata\":{{\"n\":{number}}}}}";
        using var first = await PostAsync(world, "order-1", Body(one));
        using var again = await PostAsync(world, "order-1", Body(other));
        Assert.Equal((HttpStatusCode.Created, same ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Of_requests_that_come_at_once_one_starts_a_payment_and_no_other_is_started()
    {
        await using var world = await SandboxedHost.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(world, "order-1", world.Order().ToJsonString())));
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.Conflict }));
        var ids = await Task.WhenAll(answers.Select(async answer => (string?)(await Json.ReadAsync(answer))["id"]));
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task A_payment_that_failed_is_told_in_the_same_words_again()
    {
        await using var world = await SandboxedHost.StartAsync();
        var order = world.Order();
        order["incomingAmount"]!["assetCode"] = "EUR";
        using var first = await PostAsync(world, "order-1", order.ToJsonString());
        using var again = await PostAsync(world, "order-1", order.ToJsonString());
        var (one, two) = (await Json.ProblemAsync(first, HttpStatusCode.UnprocessableEntity), await Json.ProblemAsync(again, HttpStatusCode.UnprocessableEntity));
        Assert.Equal(((string?)one["id"], (string?)one["detail"]), ((string?)two["id"], (string?)two["detail"]));
    }

    [Fact]
    public async Task After_the_payers_consent_the_consent_page_is_not_told_again()
    {
        await using var world = await SandboxedHost.StartAsync();
        using var first = await PostAsync(world, "order-1", world.Order().ToJsonString());
        var started = await Json.ReadAsync(first);
        using (await world.Http.GetAsync(await world.DecideAsync(started, "approve"))) { }
        await world.FollowAsync((string)started["id"]!);
        using var again = await PostAsync(world, "order-1", world.Order().ToJsonString());
        var told = await Json.ReadAsync(again);
        Assert.Equal("completed", (string?)told["status"]);
        Assert.Null(told["redirectUrl"]);
    }

    [Fact]
    public async Task Keys_of_different_callers_have_nothing_to_do_with_each_other()
    {
        await using var world = await SandboxedHost.StartAsync(new HostSetup
        {
            Environment = "Production",
            Settings = new Dictionary<string, string?> { ["OpenPayments:ApiKeys:0"] = "the-first-shops-key", ["OpenPayments:ApiKeys:1"] = "the-other-shops-key" },
        });
        using var one = await PostAsync(world, "order-1", world.Order("1000").ToJsonString(), "the-first-shops-key");
        using var other = await PostAsync(world, "order-1", world.Order("2000").ToJsonString(), "the-other-shops-key");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (one.StatusCode, other.StatusCode));
        Assert.NotEqual(one.Headers.Location, other.Headers.Location);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    public async Task A_key_that_cannot_be_used_is_refused(int length)
    {
        await using var world = await SandboxedHost.StartAsync();
        using var response = await PostAsync(world, new string('k', length), world.Order().ToJsonString());
        await Json.ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> PostAsync(SandboxedHost world, string key, string body, string? apiKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "payments") { Content = Json.Content(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (apiKey is not null) request.Headers.Authorization = new("Bearer", apiKey);
        return await world.Http.SendAsync(request);
    }
}

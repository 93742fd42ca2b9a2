using System.Text.Json.Nodes;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public async Task Every_operation_has_a_summary_and_an_example_of_each_JSON_body_it_shows()
    {
        var document = await DocumentAsync();
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", Body: operation.Value!))).ToList();
        Assert.Equal(
            ["get /payments/{id}", "get /payments/{id}/events", "get /payments/{id}/finish", "get /wallet-address", "post /payments"],
            operations.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        foreach (var (name, operation) in operations)
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["summary"]), name);
            Assert.False(string.IsNullOrWhiteSpace((string?)operation["description"]), name);
            var success = operation["responses"]!.AsObject().Where(response => response.Key.StartsWith('2')).ToList();
            Assert.Equal((name, name != "get /payments/{id}/finish"), (name, success.Count > 0)); // that one redirects
            foreach (var response in success)
            {
                var contents = response.Value!["content"]!.AsObject();
                Assert.True(contents.Count > 0, $"{name} {response.Key}");
                Assert.All(contents, content => Assert.NotNull(content.Value!["example"]));
            }
        }
    }

    [Fact]
    public async Task The_examples_of_payments_are_what_the_host_would_send()
    {
        var document = await DocumentAsync();
        var shown = document["paths"]!["/payments/{id}"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!;
        var read = System.Text.Json.JsonSerializer.Deserialize(shown.ToJsonString(), Contracts.HostJson.Default.PaymentView)!;
        Assert.True(JsonNode.DeepEquals(shown, System.Text.Json.JsonSerializer.SerializeToNode(read, Contracts.HostJson.Default.PaymentView)), shown.ToJsonString());
    }

    [Fact]
    public async Task Its_server_is_the_configured_URL_whatever_host_a_request_names()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:PublicUrl"] = "https://pay.shop.example/till/" } });
        using var request = new HttpRequestMessage(HttpMethod.Get, "openapi/v1.json") { Headers = { Host = "evil.example" } };
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
        Assert.Equal("https://pay.shop.example/till", (string?)Assert.Single(JsonNode.Parse(text)!["servers"]!.AsArray())!["url"]);
    }

    [Fact]
    public async Task A_start_needs_an_API_key_and_a_look_does_not()
    {
        var document = await DocumentAsync();
        Assert.NotNull(document["paths"]!["/payments"]!["post"]!["security"]);
        Assert.Null(document["paths"]!["/payments/{id}"]!["get"]!["security"]);
    }

    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    public async Task A_host_that_runs_is_healthy(string path)
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder);
        Assert.Equal("Healthy", await host.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task A_host_whose_store_is_gone_lives_and_is_not_ready()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder);
        await host.Get<Store.PaymentDatabase>().WriteAsync(connection => connection.Command("ALTER TABLE payments RENAME TO gone").ExecuteNonQuery(), default);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await host.Http.GetAsync("health/live")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await host.Http.GetAsync("health/ready")).StatusCode);
    }

    private static async Task<JsonNode> DocumentAsync()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder);
        return JsonNode.Parse(await host.Http.GetStringAsync("openapi/v1.json"))!;
    }
}

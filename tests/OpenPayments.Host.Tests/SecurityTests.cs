using System.Net;
using OpenPayments.Host.Tests.Support;

namespace OpenPayments.Host.Tests;

/// <summary>What every answer carries, and whom the host believes.</summary>
public sealed class SecurityTests
{
    private static readonly string[] Always = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cache-Control"];

    [Fact]
    public async Task Every_answer_carries_the_security_headers_those_to_failures_of_the_host_too()
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:RequestsPerMinute"] = "3" } });
        await CarriesAsync(host, "", HttpStatusCode.OK);
        await CarriesAsync(host, "app.css", HttpStatusCode.OK);
        await CarriesAsync(host, "openapi/v1.json", HttpStatusCode.OK);
        await CarriesAsync(host, "nowhere", HttpStatusCode.NotFound);
        await CarriesAsync(host, "payments/unknown", HttpStatusCode.NotFound);
        await CarriesAsync(host, "payments", HttpStatusCode.MethodNotAllowed);
        await CarriesAsync(host, "wallet-address", HttpStatusCode.BadRequest);
        await CarriesAsync(host, "payments", HttpStatusCode.RequestEntityTooLarge, Json.Content(new string(' ', 70_000)));
        await CarriesAsync(host, "payments", HttpStatusCode.UnsupportedMediaType, new StringContent("{}"));
        for (var i = 0; i < 3; i++) (await host.Http.PostAsync("payments", Json.Content("{}"))).Dispose();
        await CarriesAsync(host, "payments", HttpStatusCode.TooManyRequests, Json.Content("{}"));
        await host.Get<Store.PaymentDatabase>().WriteAsync(connection => connection.Command("ALTER TABLE payments RENAME TO gone").ExecuteNonQuery(), default);
        await CarriesAsync(host, "payments/unknown", HttpStatusCode.InternalServerError);
        await CarriesAsync(host, "health/ready", HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("https://pay.shop.example/", true)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1:5001/", false)]
    public async Task Browsers_are_told_to_use_TLS_alone_where_the_host_is_reached_over_it_from_outside(string publicUrl, bool told)
    {
        using var folder = new TemporaryFolder();
        await using var host = await RunningHost.StartAsync(folder, new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:PublicUrl"] = publicUrl } });
        foreach (var path in new[] { "", "nowhere" })
        {
            using var response = await host.Http.GetAsync(path);
            Assert.Equal(told ? ["max-age=31536000"] : [], response.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : []);
        }
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(null, true, false)]
    [InlineData("10.0.0.0/8", true, false)]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("127.0.0.0/8", false, true)]
    public async Task A_callers_address_is_taken_from_a_configured_proxy_and_from_nobody_else(string? proxy, bool frameworkSaysAll, bool believed)
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["OpenPayments:RequestsPerMinute"] = "1", ["OpenPayments:TrustedProxies:0"] = proxy };
        if (frameworkSaysAll) settings["ForwardedHeaders_Enabled"] = "true";
        if (proxy is null) settings.Remove("OpenPayments:TrustedProxies:0");
        await using var host = await RunningHost.StartAsync(folder, new HostSetup { Settings = settings });
        HttpStatusCode[] answers = [await AskAsync(host, "198.51.100.1"), await AskAsync(host, "198.51.100.2"), await AskAsync(host, "198.51.100.2")];
        Assert.Equal([HttpStatusCode.UnprocessableEntity, believed ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("everyone")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.0/33")]
    public void A_proxy_that_is_no_address_and_no_network_stops_the_start(string proxy)
    {
        using var folder = new TemporaryFolder();
        var setup = new HostSetup { Settings = new Dictionary<string, string?> { ["OpenPayments:TrustedProxies:0"] = proxy } };
        var wrong = Assert.Throws<Configuration.SettingsException>(() => RunningHost.Build(folder, setup, RunningHost.FreeUrl(), new LogLines()));
        Assert.Contains($"OpenPayments:TrustedProxies:0 is '{proxy}'", Assert.Single(wrong.Sentences), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(RunningHost host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "payments") { Content = Json.Content("{}") };
        request.Headers.Add("X-Forwarded-For", address);
        using var response = await host.Http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task CarriesAsync(RunningHost host, string path, HttpStatusCode status, HttpContent? body = null)
    {
        using var response = await (body is null ? host.Http.GetAsync(path) : host.Http.PostAsync(path, body));
        Assert.Equal((path, status), (path, response.StatusCode));
        foreach (var header in Always) Assert.True(response.Headers.Contains(header), $"{path}: {status} without {header}");
    }
}

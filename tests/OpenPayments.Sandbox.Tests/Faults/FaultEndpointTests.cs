using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OpenPayments.Sandbox.Control;
using OpenPayments.Sandbox.Faults;

namespace OpenPayments.Sandbox.Tests.Faults;

/// <summary>Faults ordered over HTTP, as from a shell.</summary>
public partial class FaultEndpointTests
{
    /// <summary>The lines of the page that explains them.</summary>
    public static TheoryData<string> Documented => [.. Line().Matches(File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "sandbox.md"))).Select(match => match.Groups["json"].Value)];

    [Theory, MemberData(nameof(Documented))]
    public async Task Every_line_of_the_documents_is_accepted_and_shown_as_it_was_meant(string json)
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions());
        using var http = new HttpClient();
        var (status, text) = await PostAsync(http, server.Cloudnine, json);
        Assert.True(status == 201, text);
        var shown = (await http.GetFromJsonAsync<JsonObject>(new Uri(server.Cloudnine, "/sandbox/faults")))!["faults"]![0]!.AsObject();
        Assert.All(JsonNode.Parse(json)!.AsObject(), member => Assert.True(JsonNode.DeepEquals(member.Value, shown[member.Key]), $"{member.Key}: {shown}"));
        Assert.Equal("cloudnine", Assert.Single(server.Faults.Pending).Provider);
    }

    [Fact]
    public void The_documents_have_a_line_for_every_kind_and_every_body()
    {
        var lines = Documented.Select(line => line.Data).ToList();
        foreach (var kind in new[] { "reset", "cut", "delay", "time-passes", "reply", "slow-body", "doubled-body", "repeated", "error-without-code", "html", "none", "garbage", "other-shape", "invalid-quote" })
            Assert.Contains(lines, line => line.Contains($"\"{kind}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_ordered_at_one_provider_is_met_there_and_shown_there()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions());
        using var http = new HttpClient();
        _ = await PostAsync(http, server.Cloudnine, """{"kind":"reply","status":503,"operation":"get-wallet-address","times":2}""");
        Assert.Equal(200, await GetAsync(http, new Uri(server.Happylife, "/accounts/bob")));
        Assert.Equal(503, await GetAsync(http, new Uri(server.Cloudnine, "/accounts/alice")));
        Assert.Equal("""{"faults":[]}""", await http.GetStringAsync(new Uri(server.Happylife, "/sandbox/faults")));
        Assert.Equal("""{"faults":[{"kind":"reply","operation":"get-wallet-address","times":1,"letThrough":0,"afterEffect":false,"status":503,"body":"error"}]}""",
            await http.GetStringAsync(new Uri(server.Cloudnine, "/sandbox/faults")));
    }

    [Fact]
    public async Task Clearing_makes_all_well_and_the_controls_never_fail()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions());
        using var http = new HttpClient();
        _ = await PostAsync(http, server.Cloudnine, """{"kind":"reset","path":"/sandbox/faults","each":true}""");
        _ = await PostAsync(http, server.Cloudnine, """{"kind":"reply","status":503,"each":true}""");
        Assert.Equal(503, await GetAsync(http, new Uri(server.Cloudnine, "/accounts/alice")));
        using var cleared = await http.DeleteAsync(new Uri(server.Cloudnine, "/sandbox/faults"));
        Assert.Equal(204, (int)cleared.StatusCode);
        Assert.Equal(200, await GetAsync(http, new Uri(server.Cloudnine, "/accounts/alice")));
    }

    [Theory]
    [InlineData(400, """{"kind":"reply"}""", "status is missing")]
    [InlineData(400, """{"kind":"delay"}""", "seconds")]
    [InlineData(400, """{"kind":"delay","seconds":1e300}""", "seconds")]
    [InlineData(400, """{"kind":"delay","seconds":31}""", "30 seconds")]
    [InlineData(400, """{"kind":"reset","times":2,"each":true}""", "exclude")]
    [InlineData(400, """{"kind":"earthquake"}""", "kind")]
    [InlineData(400, """{"kind":"reset","operation":"create-money"}""", "operation")]
    [InlineData(400, """{"kind":"reset","after":true}""", "after")]
    public async Task A_fault_that_makes_no_sense_is_refused_with_what_is_wrong(int status, string json, string why)
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions());
        using var http = new HttpClient();
        var (refused, text) = await PostAsync(http, server.Cloudnine, json);
        Assert.Equal(status, refused);
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Empty(server.Faults.Pending);
    }

    [Fact]
    public async Task The_list_has_an_end()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions());
        using var http = new HttpClient();
        for (var i = 0; i < 100; i++) server.Faults.Add(new Fault(new Trouble.Cut()));
        Assert.Equal(409, (await PostAsync(http, server.Cloudnine, """{"kind":"cut"}""")).Status);
    }

    [Fact]
    public async Task Time_passes_while_a_request_is_on_its_way()
    {
        var clock = new SandboxClock();
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Time = clock });
        using var http = new HttpClient();
        var before = clock.GetUtcNow();
        _ = await PostAsync(http, server.Cloudnine, """{"kind":"time-passes","operation":"get-wallet-address","seconds":86400}""");
        Assert.Equal(200, await GetAsync(http, new Uri(server.Cloudnine, "/accounts/alice")));
        Assert.True(clock.GetUtcNow() >= before.AddDays(1), "a day has passed");
    }

    private static async Task<int> GetAsync(HttpClient http, Uri url)
    {
        using var answer = await http.GetAsync(url);
        return (int)answer.StatusCode;
    }

    private static async Task<(int Status, string Text)> PostAsync(HttpClient http, Uri provider, string json)
    {
        using var answer = await http.PostAsync(new Uri(provider, "/sandbox/faults"), new StringContent(json, Encoding.UTF8, "application/json"));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "OpenPayments.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No OpenPayments.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(@"^fault '(?<json>\{.*\})'$", RegexOptions.Multiline)]
    private static partial Regex Line();
}

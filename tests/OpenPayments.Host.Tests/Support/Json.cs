using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenPayments.Host.Tests.Support;

internal static class Json
{
    public static StringContent Content(JsonNode body) => Content(body.ToJsonString());

    public static StringContent Content(string body) => new(body, Encoding.UTF8, "application/json");

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonNode>())!;

    /// <summary>Reads a problem and checks that it is a whole one.</summary>
    public static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, System.Net.HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]), text);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]), text);
        return problem;
    }
}

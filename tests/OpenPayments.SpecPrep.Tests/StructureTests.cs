using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep.Tests;

/// <summary>
/// Our documents are written in our own words, and must still say the same as the published ones of the same version: the paths,
/// parameters, schemas, required members, formats, patterns, enumerations and security. Only prose and examples may differ. That
/// includes what looks like a slip upstream (<c>unresolvedProperites</c>): nothing reads it, and an exception list would only hide more.
/// </summary>
public class StructureTests
{
    private static readonly HashSet<string> Prose = ["summary", "description", "example", "examples"];
    private static readonly string[] Ours = ["/info/contact", "/servers"];

    [Theory]
    [InlineData("auth-server")]
    [InlineData("resource-server")]
    [InlineData("wallet-address-server")]
    public void Our_document_says_what_the_published_one_says(string name)
    {
        var own = Yaml.Load(Path.Combine(Specs.OwnDocuments, name + ".yaml"));
        var published = Yaml.Load(Path.Combine(Specs.Published("open-payments"), name + ".yaml"));
        var differences = Differences(own, published, "").Select(d => $"{name}.yaml {d}").ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("{a: {type: string}}", "{a: {type: integer}}", "/a/type: \"string\", published \"integer\"")]
    [InlineData("{a: 1}", "{a: 1, b: 2}", "/b: missing, published 2")]
    [InlineData("{a: 1, b: 2}", "{a: 1}", "/b: 2, published missing")]
    [InlineData("{required: [x]}", "{required: [x, y]}", "/required/1: missing, published \"y\"")]
    [InlineData("{properties: {description: {type: string}}}", "{properties: {}}", "/properties/description: {\"type\":\"string\"}, published missing")]
    [InlineData("{description: mine, examples: [1]}", "{description: theirs}", "")]
    public void A_difference_is_found_and_named(string own, string published, string expected) =>
        Assert.Equal(expected, string.Join('\n', Differences(Yaml.Parse(own, "own"), Yaml.Parse(published, "published"), "")));

    private static IEnumerable<string> Differences(JsonNode? own, JsonNode? published, string path)
    {
        if (own is JsonObject a && published is JsonObject b)
        {
            // under "properties" the names are those of members, whatever they look like
            var named = path.EndsWith("/properties", StringComparison.Ordinal);
            return a.Concat(b).Select(p => p.Key).Distinct().Where(k => named || !Prose.Contains(k)).Where(k => !Ours.Contains($"{path}/{k}"))
                .SelectMany(k => (a.ContainsKey(k), b.ContainsKey(k)) switch
                {
                    (true, true) => Differences(a[k], b[k], $"{path}/{k}"),
                    (true, false) => [$"{path}/{k}: {Show(a[k])}, published missing"],
                    _ => [$"{path}/{k}: missing, published {Show(b[k])}"],
                });
        }
        if (own is JsonArray x && published is JsonArray y)
            return Enumerable.Range(0, Math.Max(x.Count, y.Count)).SelectMany(i =>
                i >= x.Count ? [$"{path}/{i}: missing, published {Show(y[i])}"]
                : i >= y.Count ? [$"{path}/{i}: {Show(x[i])}, published missing"]
                : Differences(x[i], y[i], $"{path}/{i}"));
        return JsonNode.DeepEquals(own, published) ? [] : [$"{path}: {Show(own)}, published {Show(published)}"];
    }

    private static string Show(JsonNode? node) => node?.ToJsonString() ?? "null";
}

using System.Text.Json.Nodes;

namespace OpenPayments.SpecDiff;

/// <summary>
/// Whether two documents say the same, keyword by keyword: the paths, parameters, schemas, required members, formats, patterns,
/// enumerations and security, in the same order. Only prose and examples may differ, and what names who runs the servers.
/// </summary>
public static class Structure
{
    private static readonly HashSet<string> Prose = ["summary", "description", "example", "examples"];
    private static readonly string[] Ours = ["/info/contact", "/servers"];

    /// <summary>Each difference with its JSON pointer; none when the documents say the same.</summary>
    public static IEnumerable<string> Differences(JsonNode? own, JsonNode? published, string path = "")
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

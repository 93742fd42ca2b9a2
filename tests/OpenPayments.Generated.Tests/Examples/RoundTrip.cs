using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated.Tests;

/// <summary>Reading, writing, comparing.</summary>
internal static class RoundTrip
{
    /// <summary>JSON to a value and back; dates may be written differently as long as they name the same instant.</summary>
    public static JsonNode? Back(JsonNode? value, JsonTypeInfo info) => JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(value?.ToJsonString() ?? "null", info), info);

    public static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(p => y.ContainsKey(p.Key) && Same(p.Value, y[p.Key])),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => JsonNode.DeepEquals(a, b) || (Instant(a) is { } t && t == Instant(b)),
    };

    private static DateTimeOffset? Instant(JsonNode node) =>
        node is JsonValue v && v.TryGetValue<string>(out var text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at : null;
}

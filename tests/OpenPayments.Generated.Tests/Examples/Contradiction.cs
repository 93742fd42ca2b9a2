using System.Text.Json.Nodes;

namespace OpenPayments.Generated.Tests;

/// <summary>A published example that its own schema does not allow: what becomes of it as it stands, and the least that mends it.</summary>
internal sealed record Contradiction(string Found, string Mend)
{
    private const string Amount = """{"value":"2500","assetCode":"USD","assetScale":2}""";

    /// <summary>The same eight stand in both published sets. Ours have none.</summary>
    public static IReadOnlyDictionary<string, Contradiction> Published { get; } = new Dictionary<string, Contradiction>
    {
        ["wallet-address-server.yaml#/components/schemas/json-web-key/examples/0"] = new("missing required properties including: 'alg'", """{"alg":"EdDSA"}"""),
        ["wallet-address-server.yaml#/components/schemas/json-web-key/examples/1"] = new("missing required properties including: 'alg'", """{"alg":"EdDSA"}"""),
        ["resource-server.yaml#/components/schemas/incoming-payment/examples/1"] = new("missing required properties including: 'completed'", """{"completed":false}"""),
        ["resource-server.yaml#/components/schemas/public-incoming-payment/examples/0"] = new("missing required properties including: 'authServer'", """{"authServer":"https://auth.happylife.example"}"""),
        ["resource-server.yaml#/components/schemas/outgoing-payment/examples/1"] = new("missing required properties including: 'receiveAmount'", $$"""{"receiveAmount":{{Amount}}}"""),
        ["resource-server.yaml#/components/schemas/quote/examples/0"] = new("came back without sentAmount", """{"sentAmount":null}"""),
        ["resource-server.yaml#/components/schemas/quote/examples/1"] = new("missing required properties including: 'receiveAmount'", $$"""{"receiveAmount":{{Amount}},"sentAmount":null}"""),
        ["resource-server.yaml#/components/schemas/ilp-payment-method/examples/0"] = new("""became {"type":"ilp",""", """{"type":"ilp"}"""),
    };

    /// <summary>The example with what is missing added and what does not belong (null here) taken out.</summary>
    public JsonNode Mended(JsonNode example)
    {
        var mended = example.DeepClone().AsObject();
        foreach (var (name, value) in JsonNode.Parse(Mend)!.AsObject())
        {
            if (value is null) mended.Remove(name);
            else mended[name] = value.DeepClone();
        }
        return mended;
    }
}

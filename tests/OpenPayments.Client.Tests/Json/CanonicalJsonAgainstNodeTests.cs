using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Xunit;

namespace OpenPayments.Client.Tests;

public class CanonicalJsonAgainstNodeTests(ITestOutputHelper output)
{
    private const int Values = 120_000;

    [Fact]
    public async Task Generated_values_come_out_as_Node_prints_them()
    {
        var (seed, texts) = Draw(random => new JsonTextGenerator(random).Value());
        await Compare(seed, texts, json => CanonicalJson.Canonicalize(json));
    }

    [Fact]
    public async Task Generated_metadata_is_serialised_as_Node_prints_it()
    {
        var type = (JsonTypeInfo<IReadOnlyDictionary<string, JsonElement>>)CanonicalJson.Options.GetTypeInfo(typeof(IReadOnlyDictionary<string, JsonElement>));
        var (seed, texts) = Draw(random => $"{{\"metadata\":{new JsonTextGenerator(random).Value()}}}", 20_000);
        await Compare(seed, texts, json => JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, type)!, type));
    }

    private delegate byte[] Canonicalise(byte[] json);

    private async Task Compare(int seed, IReadOnlyList<string> texts, Canonicalise canonicalise)
    {
        using var node = new NodePeer();
        var expected = await node.StringifyAsync(texts);
        Assert.Equal(texts.Count, expected.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            var actual = Encoding.UTF8.GetString(canonicalise(Encoding.UTF8.GetBytes(texts[i])));
            if (actual != expected[i]) Assert.Fail($"seed {seed}, value {i}\n input    {texts[i]}\n expected {expected[i]}\n actual   {actual}");
        }
        output.WriteLine($"{texts.Count} values, seed {seed}");
    }

    private static (int Seed, IReadOnlyList<string> Texts) Draw(Func<Random, string> value, int count = Values)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("OPENPAYMENTS_TEST_SEED"), out var given) ? given : Random.Shared.Next();
        var random = new Random(seed);
        return (seed, [.. Enumerable.Range(0, count).Select(_ => value(random))]);
    }
}

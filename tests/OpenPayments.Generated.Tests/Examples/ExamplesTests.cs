using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OpenPayments.Generated.Tests;

/// <summary>Every example of three document sets goes from JSON to the types generated from its own set and back.</summary>
public class ExamplesTests
{
    private static readonly string[] Files = ["auth-server", "resource-server", "wallet-address-server"];

    public static TheoryData<string, string, int> Documents => new()
    {
        { "own", Files[0], 46 }, { "own", Files[1], 43 }, { "own", Files[2], 10 },
        { "7.4.0", Files[0], 18 }, { "7.4.0", Files[1], 48 }, { "7.4.0", Files[2], 5 },
        { "7.1.3", Files[0], 14 }, { "7.1.3", Files[1], 44 }, { "7.1.3", Files[2], 5 },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_example_round_trips(string setName, string document, int count)
    {
        var set = GeneratedSet.Of(setName);
        var file = Path.Combine(set.Folder, document + ".yaml");
        var examples = Example.In(set, file);
        Assert.Equal(CountedByIndentation(File.ReadLines(file)), examples.Count);
        Assert.Equal(count, examples.Count);
        var known = setName == "own" ? new Dictionary<string, Contradiction>() : Contradiction.Published;
        var failures = examples.Select(e => Failure(set, e, known.GetValueOrDefault(e.ToString()))).OfType<string>().ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void Every_contradiction_is_still_there()
    {
        var published = ((string[])["7.4.0", "7.1.3"]).Select(GeneratedSet.Of).Select(set => Files.SelectMany(f => Example.In(set, Path.Combine(set.Folder, f + ".yaml"))).Select(e => e.ToString()));
        Assert.All(published, places => Assert.Empty(Contradiction.Published.Keys.Except(places)));
    }

    private static string? Failure(GeneratedSet set, Example example, Contradiction? known)
    {
        var info = set.Info(example.Type);
        if (known is null)
            return Lost(example.Value, info) is { } lost ? $"{example} as {example.Type.Name}: {lost}" : null;
        if (Lost(example.Value, info) is not { } found || !found.Contains(known.Found, StringComparison.Ordinal))
            return $"{example} was expected to be '{known.Found}', but: {Lost(example.Value, info) ?? "round-trips"}";
        return Lost(known.Mended(example.Value!), info) is { } still ? $"{example}, mended: {still}" : null;
    }

    private static string? Lost(JsonNode? value, JsonTypeInfo info)
    {
        try
        {
            var back = RoundTrip.Back(value, info);
            if (RoundTrip.Same(value, back)) return null;
            var missing = value is JsonObject o && back is JsonObject b ? o.Select(p => p.Key).Except(b.Select(p => p.Key)) : [];
            return $"came back without {string.Join(", ", missing)}: {value?.ToJsonString()} became {back?.ToJsonString()}";
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    /// <summary>An independent count of all examples: by lines and indentation, direct children of every <c>examples:</c>.</summary>
    private static int CountedByIndentation(IEnumerable<string> lines)
    {
        var (count, holder, child) = (0, -1, -1);
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            var text = line.TrimStart();
            var indent = line.Length - text.Length;
            if (holder >= 0 && indent <= holder && !(indent == holder && text.StartsWith("- ", StringComparison.Ordinal))) (holder, child) = (-1, -1);
            if (holder < 0 && text.TrimEnd() == "examples:")
            {
                holder = indent;
            }
            else if (holder >= 0)
            {
                if (child < 0) child = indent;
                if (indent == child) count++;
            }
        }
        return count;
    }
}

using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Generated.Tests;

/// <summary>
/// What a real server answered, as a newer one would answer it: with members, texts and cases that our documents do not name.
/// <see cref="Kept"/> is what has to be there when the answer is read and written back: all but the new members of known objects.
/// </summary>
public sealed record NewerAnswer(string Operation, string Sent, string Kept)
{
    private static JsonObject[] Recorded { get; } = [.. JsonNode.Parse(File.ReadAllText("Data/one-time-payment-answers.json"))!.AsArray().Select(a => a!.AsObject())];

    /// <summary>A place, counted round, and what to put there.</summary>
    private static Gen<(int Place, string Name, JsonNode? Value)> Edit =>
        from place in Gen.Choose(0, 1000)
        from name in AnyJson.Name
        from value in AnyJson.Value
        select (place, name, value);

    public static Arbitrary<NewerAnswer> Any() => (
        from recorded in Gen.Elements(Recorded)
        from edits in Gen.ListOf(Edit)
        select Edited(recorded, edits)).ToArbitrary();

    private static NewerAnswer Edited(JsonObject recorded, IEnumerable<(int Place, string Name, JsonNode? Value)> edits)
    {
        var (sent, kept) = (JsonNode.Parse(recorded["body"]!.GetValue<string>())!, JsonNode.Parse(recorded["body"]!.GetValue<string>())!);
        foreach (var (place, name, value) in edits)
        {
            var places = Places(kept).ToList();
            places[place % places.Count](sent, kept, name, value);
        }
        return new(recorded["operation"]!.GetValue<string>(), sent.ToJsonString(), kept.ToJsonString());
    }

    private delegate void Change(JsonNode sent, JsonNode kept, string name, JsonNode? value);

    /// <summary>Everywhere that a newer release could say something new.</summary>
    private static IEnumerable<Change> Places(JsonNode? node)
    {
        var path = node?.GetPath() ?? "";
        if (path.Contains(".metadata", StringComparison.Ordinal)) return [];
        return node switch
        {
            JsonArray list when path.EndsWith(".actions", StringComparison.Ordinal) => list.Select(_ => (Change)((s, k, name, _) => Both(s, k, path, at => at.AsArray().Add(JsonValue.Create("new-" + name))))),
            JsonArray list when path.EndsWith(".access", StringComparison.Ordinal) || path.EndsWith(".methods", StringComparison.Ordinal) => list.Where(IsKnown).SelectMany(Places).Append((s, k, name, value) => Both(s, k, path, at => at.AsArray().Add(Item(name, value)))),
            JsonArray list => list.SelectMany(Places),
            JsonObject o => o.SelectMany(p => Places(p.Value)).Append(NewMember(path)),
            _ => [],
        };
    }

    private static Change NewMember(string path) => (sent, _, name, value) => At(sent, path).AsObject()["new-" + name] = value?.DeepClone();

    /// <summary>Access or a way to pay that our documents do not know: another type, or no object at all (a reference, RFC 9635 section 8.1).</summary>
    private static JsonNode Item(string name, JsonNode? value) => value switch
    {
        null => "new-" + name,
        JsonValue or JsonArray => value.DeepClone(),
        _ => new JsonObject { ["new-" + name] = value.DeepClone(), ["type"] = "new-" + name },
    };

    private static bool IsKnown(JsonNode? item) => item is JsonObject o && o["type"] is JsonValue v && v.TryGetValue<string>(out var type) && !type.StartsWith("new-", StringComparison.Ordinal);

    private static void Both(JsonNode sent, JsonNode kept, string path, Action<JsonNode> change)
    {
        change(At(sent, path));
        change(At(kept, path));
    }

    /// <summary>The node at a path such as <c>$.access_token.access[0]</c>, which is all that these answers have.</summary>
    private static JsonNode At(JsonNode root, string path) => path.Split('.', '[').Skip(1)
        .Aggregate(root, (at, part) => part.EndsWith(']') ? at[int.Parse(part[..^1], System.Globalization.CultureInfo.InvariantCulture)]! : at[part]!);
}

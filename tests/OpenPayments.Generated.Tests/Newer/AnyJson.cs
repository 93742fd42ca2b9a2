using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace OpenPayments.Generated.Tests;

/// <summary>JSON of any shape.</summary>
internal static class AnyJson
{
    public static Gen<string> Name { get; } = Gen.Elements("a", "b", "é", "'<&+\"\\", "0", "\u2028", "😀");

    public static Gen<JsonNode?> Value { get; } = Gen.Sized(size => Of(Math.Min(size, 4)));

    private static Gen<JsonNode?> Scalar { get; } = Gen.OneOf(
        Gen.Constant<JsonNode?>(null),
        Gen.Elements<JsonNode?>(true, false),
        Gen.Elements("0", "-0", "1.0", "1e400", "18446744073709551616", "0.1e-7").Select(n => JsonNode.Parse(n)),
        Name.Select(n => (JsonNode?)JsonValue.Create(n)));

    private static Gen<JsonNode?> Of(int depth) => depth == 0 ? Scalar : Gen.OneOf(
        Scalar,
        Gen.ArrayOf(Of(depth - 1), 2).Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
        from names in Gen.SubListOf("a", "b", "é", "0", "type")
        from values in Gen.ArrayOf(Of(depth - 1), names.Count)
        select (JsonNode?)new JsonObject(names.Zip(values, (n, v) => KeyValuePair.Create(n, v?.DeepClone()))));
}

using System.Reflection;
using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep.Tests;

/// <summary>Small documents in, small documents out.</summary>
internal static class Specs
{
    public static string Root { get; } = typeof(Specs).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepoRoot").Value!;

    public static string OwnDocuments => Path.Combine(Root, "openapi");

    /// <summary>The documents inside an npm package, as it is installed.</summary>
    public static string Published(string package) => Path.Combine(Root, "node_modules", "@interledger", package, "dist", "openapi", "specs");

    public static SpecSet Load(string folder, Names? names = null) =>
        new(names ?? new Names()) { Documents = [.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(SpecDocument.Load)] };

    public static SpecDocument Document(string yaml, string name = "server") => new(name, name + ".yaml", Yaml.Parse(yaml, name + ".yaml"));

    public static SpecSet Set(params SpecDocument[] documents) => new(new Names()) { Documents = [.. documents] };

    public static SpecSet Hinted(string key, string value, string yaml) => new(new Names(new Dictionary<string, string> { [key] = value })) { Documents = [Document(yaml)] };

    /// <summary>Applies one step to one document and checks all of what is left.</summary>
    public static void Turns(ITransformation step, string before, string after)
    {
        var specs = Set(Document(before));
        step.Apply(specs);
        Is(after, specs.Documents[0].Root);
    }

    /// <summary>The same for a document that holds only named schemas.</summary>
    public static void TurnsSchemas(ITransformation step, string before, string after) => Turns(step, Wrap(before), Wrap(after));

    public static SpecException Fails(ITransformation step, string schemas) => Assert.Throws<SpecException>(() => step.Apply(Set(Document(Wrap(schemas)))));

    public static void Is(string yaml, JsonNode? actual)
    {
        var expected = Yaml.Parse(yaml, "expected");
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nactual   {actual?.ToJsonString()}");
    }

    public static string Wrap(string schemas) => "components:\n  schemas:\n" + string.Join('\n', schemas.Split('\n').Select(l => "    " + l)) + "\n";
}

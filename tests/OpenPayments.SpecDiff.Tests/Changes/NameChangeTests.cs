using System.Text.Json.Nodes;
using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff.Tests;

/// <summary>Names and places of schemas: what is only called or kept elsewhere says the same.</summary>
public sealed class NameChangeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("names").FullName;

    public static TheoryData<string> Releases => [Repo.Own, Repo.Published("open-payments"), Repo.Published("open-payments-7.1.3")];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_schema_of_another_name_and_equal_structure_is_renamed() =>
        Assert.Equal("Renamed `old` is `new` now: the structure is equal; client Compile; server None", Small.Found(
            Small.InAnswers("{type: object, properties: {a: {$ref: '#/components/schemas/old'}}}", "old: {type: object, properties: {x: {type: string}}}"),
            Small.InAnswers("{type: object, properties: {a: {$ref: '#/components/schemas/new'}}}", "new: {type: object, properties: {x: {type: string}}}")));

    [Fact]
    public void A_schema_of_another_name_and_another_structure_is_removed_and_added_and_told_where_it_is_used() =>
        Assert.Equal("a.y: new optional member; client None; server None\nRemoved `old`: schema removed; client None; server None\nAdded `new`: new schema; client None; server None", Small.Found(
            Small.InAnswers("{type: object, properties: {a: {$ref: '#/components/schemas/old'}}}", "old: {type: object, properties: {x: {type: string}}}"),
            Small.InAnswers("{type: object, properties: {a: {$ref: '#/components/schemas/new'}}}", "new: {type: object, properties: {x: {type: string}, y: {type: string}}}")));

    [Fact]
    public void An_inline_schema_that_became_a_reference_changes_nothing_on_the_wire() =>
        Assert.Equal("Added `new`: new schema; client None; server None", Small.Found(
            Small.InAnswers("{type: object, properties: {a: {type: object, properties: {x: {type: string}}}}}"),
            Small.InAnswers("{type: object, properties: {a: {$ref: '#/components/schemas/new'}}}", "new: {type: object, properties: {x: {type: string}}}")));

    [Fact]
    public void A_schema_that_holds_itself_is_compared_to_its_end() =>
        Assert.Equal("Renamed `old` is `new` now: the structure is equal; client Compile; server None", Small.Found(
            Small.InAnswers("{$ref: '#/components/schemas/old'}", "old: {type: object, properties: {more: {$ref: '#/components/schemas/old'}}}"),
            Small.InAnswers("{$ref: '#/components/schemas/new'}", "new: {type: object, properties: {more: {$ref: '#/components/schemas/new'}}}")));

    [Theory, MemberData(nameof(Releases))]
    public void A_release_does_not_differ_from_itself(string folder) => Assert.Empty(Small.Lines(Comparison.Of(Read(folder), Read(folder))));

    [Theory, MemberData(nameof(Releases))]
    public void All_schemas_renamed_are_renames_and_nothing_else(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*-server.yaml"))
        {
            var root = Yaml.Load(file);
            var schemas = root["components"]!["schemas"]!.AsObject();
            root["components"]!["schemas"] = new JsonObject(schemas.Select(s => KeyValuePair.Create("the-" + s.Key, s.Value?.DeepClone())));
            Write(file, root, text => text.Replace("\"#/components/schemas/", "\"#/components/schemas/the-", StringComparison.Ordinal));
        }
        var comparison = Comparison.Of(Read(folder), Read(_folder));
        Assert.NotEmpty(comparison.Schemas);
        Assert.Empty(comparison.Operations);
        Assert.All(comparison.Schemas, s => Assert.Equal(Status.Renamed, s.Status));
    }

    [Theory, MemberData(nameof(Releases))]
    public void All_schemas_moved_into_another_file_are_no_difference(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*-server.yaml"))
        {
            var root = Yaml.Load(file);
            var shared = $"{Path.GetFileNameWithoutExtension(file)}-schemas.yaml";
            var components = new JsonObject { ["schemas"] = root["components"]!["schemas"]!.DeepClone() };
            root["components"]!.AsObject().Remove("schemas");
            Write(Path.Combine(folder, shared), new JsonObject { ["components"] = components }, text => text);
            Write(file, root, text => text.Replace("\"#/components/schemas/", $"\"./{shared}#/components/schemas/", StringComparison.Ordinal));
        }
        // what nothing uses stays behind in the other file
        Assert.DoesNotContain(Comparison.Of(Read(folder), Read(_folder)).Operations.Concat(Comparison.Of(Read(folder), Read(_folder)).Schemas), e => e.Status != Status.Removed);
    }

    private void Write(string file, JsonObject root, Func<string, string> edit) =>
        File.WriteAllText(Path.Combine(_folder, Path.GetFileName(file)), edit(root.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));

    private static List<SpecDocument> Read(string folder) => DocumentSet.Find(folder, new NoNpm(), "").Read();
}

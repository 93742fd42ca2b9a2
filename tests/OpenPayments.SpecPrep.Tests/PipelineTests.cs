using System.Text.Json.Nodes;

namespace OpenPayments.SpecPrep.Tests;

/// <summary>Whole document sets: our own, and the ones that npm packages carry, unchanged.</summary>
public class PipelineTests
{
    private static Names OwnNames => Names.Load(Path.Combine(Specs.Root, "src", "OpenPayments.Generated", "Generation", "names.json"));

    public static TheoryData<string, int> Sets => new()
    {
        { Specs.OwnDocuments, 18 },
        { Specs.Published("open-payments"), 18 },
        { Specs.Published("open-payments-7.1.3"), 17 },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_published_set_goes_through_with_and_without_hints(string folder, int operations)
    {
        foreach (var names in (Names[])[OwnNames, new Names()])
        {
            var merged = Pipeline.Run(Specs.Load(folder, names));
            Assert.Equal(operations, merged["paths"]!.AsObject().Sum(p => p.Value!.AsObject().Count));
            Assert.All(merged["components"]!["schemas"]!.AsObject(), s => Assert.DoesNotContain("oneOf", s.Value!.AsObject().Select(m => m.Key)));
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_same_documents_give_the_same_result(string folder, int operations) =>
        Assert.True(operations > 0 && JsonNode.DeepEquals(Pipeline.Run(Specs.Load(folder, OwnNames)), Pipeline.Run(Specs.Load(folder, OwnNames))));

    [Fact]
    public void Every_hint_names_something_in_our_own_documents()
    {
        var names = OwnNames;
        Pipeline.Run(Specs.Load(Specs.OwnDocuments, names));
        Assert.Empty(names.Unused());
    }

    [Fact]
    public void A_fourth_kind_of_access_becomes_a_fourth_case()
    {
        var specs = Specs.Load(Specs.OwnDocuments, OwnNames);
        var schemas = specs.Documents.Single(d => d.Name == "auth-server").Schemas;
        schemas["access-card"] = Yaml.Parse("{type: object, properties: {type: {const: card}, actions: {type: array, items: {type: string, enum: [read]}}}, required: [type, actions]}", "new.yaml");
        schemas["access-item"]!["oneOf"]!.AsArray().Add(new JsonObject { ["$ref"] = "#/components/schemas/access-card" });
        var cases = Pipeline.Run(specs)["components"]!["schemas"]!["AccessItem"]!["x-op-cases"]!.AsArray();
        Assert.Equal(["AccessIncoming", "AccessOutgoing", "AccessQuote", "AccessCard", "AccessItem.Unknown"], cases.Select(c => c!["csharp"]!.GetValue<string>()));
    }
}

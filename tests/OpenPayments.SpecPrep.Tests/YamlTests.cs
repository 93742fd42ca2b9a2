namespace OpenPayments.SpecPrep.Tests;

/// <summary>From YAML to JSON, with places kept.</summary>
public class YamlTests
{
    [Fact]
    public void Quoted_scalars_are_texts_and_plain_ones_are_what_they_look_like()
    {
        var json = Yaml.Parse("{a: 'null', b: null, c: '1', d: 1, e: true, f: 'true', g: 1.5, h: 2026-01-01}", "x.yaml");
        Assert.Equal("""{"a":"null","b":null,"c":"1","d":1,"e":true,"f":"true","g":1.5,"h":"2026-01-01"}""", json.ToJsonString());
    }

    [Fact]
    public void Every_node_knows_its_place_and_so_does_a_copy()
    {
        var json = Yaml.Parse("paths:\n  /a:\n    get: {operationId: x}\n", "x.yaml");
        var origin = Origin.Of(json["paths"]!["/a"]!["get"].Obj().Copy());
        Assert.Equal(new Origin("x.yaml", 3, 10, "/paths/~1a/get"), origin);
    }

    [Theory]
    [InlineData("a: [", "x.yaml(")]
    [InlineData("- 1", "x.yaml(1,1): error OPGEN001")]
    [InlineData("", "x.yaml(1,1): error OPGEN001")]
    public void What_is_no_document_is_refused_with_its_place(string text, string begin)
    {
        var error = Assert.Throws<SpecException>(() => Yaml.Parse(text, "x.yaml"));
        Assert.StartsWith(begin, error.Diagnostic, StringComparison.Ordinal);
        Assert.Equal("OPGEN001", error.Code);
    }
}

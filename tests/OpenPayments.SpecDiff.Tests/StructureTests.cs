using OpenPayments.SpecPrep;

namespace OpenPayments.SpecDiff.Tests;

/// <summary>
/// Our documents are written in our own words, and must still say the same as the published ones of the same version: the paths,
/// parameters, schemas, required members, formats, patterns, enumerations and security. Only prose and examples may differ. That
/// includes what looks like a slip upstream (<c>unresolvedProperites</c>): nothing reads it, and an exception list would only hide more.
/// </summary>
public class StructureTests
{
    [Theory]
    [InlineData("auth-server")]
    [InlineData("resource-server")]
    [InlineData("wallet-address-server")]
    public void Our_document_says_what_the_published_one_says(string name)
    {
        var own = Yaml.Load(Path.Combine(Repo.Own, name + ".yaml"));
        var published = Yaml.Load(Path.Combine(Repo.Published("open-payments"), name + ".yaml"));
        var differences = Structure.Differences(own, published).Select(d => $"{name}.yaml {d}").ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData("{a: {type: string}}", "{a: {type: integer}}", "/a/type: \"string\", published \"integer\"")]
    [InlineData("{a: 1}", "{a: 1, b: 2}", "/b: missing, published 2")]
    [InlineData("{a: 1, b: 2}", "{a: 1}", "/b: 2, published missing")]
    [InlineData("{required: [x]}", "{required: [x, y]}", "/required/1: missing, published \"y\"")]
    [InlineData("{properties: {description: {type: string}}}", "{properties: {}}", "/properties/description: {\"type\":\"string\"}, published missing")]
    [InlineData("{description: mine, examples: [1]}", "{description: theirs}", "")]
    public void A_difference_is_found_and_named(string own, string published, string expected) =>
        Assert.Equal(expected, string.Join('\n', Structure.Differences(Yaml.Parse(own, "own"), Yaml.Parse(published, "published"))));
}

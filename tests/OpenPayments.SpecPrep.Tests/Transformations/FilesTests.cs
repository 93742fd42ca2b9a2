namespace OpenPayments.SpecPrep.Tests;

/// <summary>Documents that share schemas through another file.</summary>
public sealed class FilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("specs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SpecSet Set(string server, string shared)
    {
        File.WriteAllText(Path.Combine(_folder, "server.yaml"), server);
        File.WriteAllText(Path.Combine(_folder, "schemas.yaml"), shared);
        return new SpecSet(new Names()) { Documents = [SpecDocument.Load(Path.Combine(_folder, "server.yaml"))] };
    }

    [Fact]
    public void What_another_file_names_is_copied_in_with_what_it_refers_to()
    {
        var specs = Set(
            "components: {schemas: {quote: {properties: {a: {$ref: './schemas.yaml#/components/schemas/amount'}}}}}",
            "components: {schemas: {amount: {properties: {code: {$ref: '#/components/schemas/code'}}}, code: {type: string}, unused: {type: string}}}");
        new Files().Apply(specs);
        Specs.Is(
            """
            quote: {properties: {a: {$ref: '#/components/schemas/amount'}}}
            amount: {properties: {code: {$ref: '#/components/schemas/code'}}}
            code: {type: string}
            """, specs.Documents[0].Schemas);
    }

    [Fact]
    public void A_name_that_is_taken_gets_the_files_name_in_front()
    {
        var specs = Set(
            "components: {schemas: {amount: {type: string}, quote: {properties: {a: {$ref: './schemas.yaml#/components/schemas/amount'}}}}}",
            "components: {schemas: {amount: {type: integer}}}");
        new Files().Apply(specs);
        Assert.Equal(["amount", "quote", "schemas-amount"], specs.Documents[0].Schemas.Select(s => s.Key));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<SpecException>(() => new Files().Apply(Set("components: {schemas: {a: {$ref: './gone.yaml#/components/schemas/b'}}}", "")));
        Assert.Equal("OPGEN003", error.Code);
        Assert.Contains("gone.yaml", error.Message, StringComparison.Ordinal);
    }
}

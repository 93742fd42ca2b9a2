using OpenPayments.Tests;

namespace OpenPayments.Generated.Tests;

/// <summary>What a build generates, and when it does not. Builds its own documents, in a copy of the sources.</summary>
public sealed class IncrementalTests(IncrementalTests.Sources sources) : IClassFixture<IncrementalTests.Sources>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("incremental").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Only_what_changed_is_generated_again()
    {
        var documents = Directory.CreateDirectory(Path.Combine(_folder, "specs")).FullName;
        foreach (var file in Directory.GetFiles(Repo.Published("open-payments"))) File.Copy(file, Path.Combine(documents, Path.GetFileName(file)));

        Build();
        var first = Stamps();
        Assert.Equal(["generate.stamp", "prepare.stamp"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("record Amount", Code(), StringComparison.Ordinal);

        Build();
        Assert.Equal(first, Stamps());

        // touched but equal: prepared again, and found to need no printing
        var wallet = Path.Combine(documents, "wallet-address-server.yaml");
        File.SetLastWriteTimeUtc(wallet, first["prepare.stamp"].AddSeconds(5));
        Build();
        var touched = Stamps();
        Assert.NotEqual(first["prepare.stamp"], touched["prepare.stamp"]);
        Assert.Equal(first["generate.stamp"], touched["generate.stamp"]);

        File.WriteAllText(wallet, File.ReadAllText(wallet).Replace("\n        publicName:\n", "\n        motto:\n          type: string\n        publicName:\n", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(wallet, touched["prepare.stamp"].AddSeconds(10));
        Build();
        Assert.Contains("string? Motto", Code(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_document_is_an_error_at_its_line_and_stops_the_build()
    {
        var document = Path.Combine(_folder, "broken.yaml");
        File.WriteAllText(document, "paths:\n  /a:\n    get: {operationId: a, responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/gone'}}}}}}\n");
        var (code, output) = Repo.TryDotnet(sources.Root, Arguments(document));
        Assert.NotEqual(0, code);
        var errors = output.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Select(l => l.Trim()).Distinct().ToList();
        Assert.StartsWith($"{document}(3,84): error OPGEN003: /paths/~1a/get/responses/200/content/application~1json/schema: the reference #/components/schemas/gone points to nothing", errors[0], StringComparison.Ordinal);
        Assert.Contains("OPGEN000", Assert.Single(errors.Skip(1)), StringComparison.Ordinal);
    }

    private void Build() => Repo.Dotnet(sources.Root, Arguments(Path.Combine(_folder, "specs", "*.yaml")));

    private string[] Arguments(string documents) =>
    [
        "build", Path.Combine("src", "OpenPayments.Generated"), "--no-restore", "-t:GenerateOpenApiCode", $"-p:OpenApiIntermediate={_folder}/obj/", $"-p:OpenApiSpecs={documents}", "-nr:false", "-p:UseSharedCompilation=false", "-v:minimal",
    ];

    private string Output => Path.Combine(_folder, "obj");

    private Dictionary<string, DateTime> Stamps() => Directory.GetFiles(Output, "*.stamp").ToDictionary(f => Path.GetFileName(f)!, File.GetLastWriteTimeUtc);

    private string Code() => File.ReadAllText(Path.Combine(Output, "OpenPayments.g.cs"));

    /// <summary>The copy, restored once for both tests.</summary>
    public sealed class Sources : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("sources-").FullName;

        public Sources()
        {
            SourceCopy.Make(Repo.Root, _folder);
            Repo.Dotnet(_folder, "restore", Path.Combine("src", "OpenPayments.Generated"));
        }

        public string Root => _folder;

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}

using OpenPayments.Tests;

namespace OpenPayments.House.Tests;

/// <summary>
/// What <c>dotnet format</c> would change and the compiler does not complain about: white space, and the order of usings. Its other findings
/// are errors in every build already, so the analyzers need not run twice.
/// </summary>
public sealed class FormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("format-").FullName;

    /// <summary>Both findings are about text alone: one project over all files, which need not compile, is read in a moment.</summary>
    private const string Everything = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
            <RestoreLockedMode>false</RestoreLockedMode>
          </PropertyGroup>
        </Project>
        """;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("whitespace . --folder --exclude node_modules")]
    [InlineData("style Everything.csproj --diagnostics IDE0055")]
    public async Task The_code_is_laid_out_as_editorconfig_says(string what)
    {
        SourceCopy.Make(Repository.Root, _folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Everything.csproj"), Everything);
        await Dotnet.Run(_folder, ["format", .. what.Split(' '), "--verify-no-changes"]);
    }
}

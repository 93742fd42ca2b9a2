namespace OpenPayments.House.Tests;

/// <summary>
/// What <c>dotnet format</c> would change and the compiler does not complain about: white space, and the order of usings. Its other findings
/// are errors in every build already, so the analyzers need not run twice.
/// </summary>
[Collection(Dotnet.OneAtATime)]
public class FormatTests
{
    [Theory]
    [InlineData("whitespace . --folder --exclude node_modules artifacts")]
    [InlineData("style OpenPayments.sln --diagnostics IDE0055")]
    public Task The_code_is_laid_out_as_editorconfig_says(string what) => Dotnet.Run(["format", .. what.Split(' '), "--verify-no-changes"]);
}

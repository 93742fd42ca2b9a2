namespace OpenPayments.House.Tests;

[Collection(Dotnet.OneAtATime)]
public class FormatTests
{
    [Fact]
    public Task The_code_is_laid_out_as_editorconfig_says() => Dotnet.Run("format", "OpenPayments.sln", "--verify-no-changes");
}

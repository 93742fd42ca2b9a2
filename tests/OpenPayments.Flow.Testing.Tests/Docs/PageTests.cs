using System.Text.RegularExpressions;

namespace OpenPayments.Flow.Testing.Tests.Docs;

/// <summary>What the page shows is what is compiled and run here.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void Every_piece_of_code_on_the_page_is_compiled()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Docs");
        var sources = string.Join('\n', Directory.GetFiles(folder, "*.cs").Select(File.ReadAllText).Select(Squeezed));
        var pieces = CodePiece().Matches(File.ReadAllText(Path.Combine(folder, "testing.md"))).Select(match =>
            match.Groups[1].Value).ToList();
        Assert.NotEmpty(pieces);
        Assert.All(pieces, piece => Assert.Contains(Squeezed(piece), sources, StringComparison.Ordinal));
    }

    private static string Squeezed(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodePiece();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

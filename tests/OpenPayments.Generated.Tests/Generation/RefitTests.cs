using System.Text.RegularExpressions;

namespace OpenPayments.Generated.Tests;

/// <summary>The two feeds differ in attributes on the interfaces, and in nothing else that is printed.</summary>
public sealed partial class RefitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("refit").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_switch_adds_attributes_and_changes_nothing_else()
    {
        var own = Path.Combine(Repo.Root, "openapi");
        var plain = File.ReadAllText(Printed.Code(own, Directory.CreateDirectory(Path.Combine(_folder, "plain")).FullName));
        var refit = File.ReadAllText(Printed.Code(own, Directory.CreateDirectory(Path.Combine(_folder, "refit")).FullName, "--refit"));
        Assert.DoesNotContain("Refit", plain, StringComparison.Ordinal);
        Assert.Equal(18, Verb().Count(refit));
        Assert.Equal(18, refit.Split("[global::Refit.Url]").Length - 1);
        Assert.Equal(plain, OnParameter().Replace(OnMethod().Replace(refit, ""), ""));
    }

    [GeneratedRegex("""\[global::Refit\.(Get|Post|Delete)\(""\)\]""")]
    private static partial Regex Verb();

    [GeneratedRegex("""^ *\[global::Refit\.[^\]]*\]\n""", RegexOptions.Multiline)]
    private static partial Regex OnMethod();

    [GeneratedRegex("""\[global::Refit\.[^\]]*\] """)]
    private static partial Regex OnParameter();
}

using System.Text.RegularExpressions;

namespace OpenPayments.Generated.Tests;

/// <summary>The two feeds differ in attributes on the interfaces, and in nothing else that is printed.</summary>
public sealed partial class RefitTests
{
    [Fact]
    public void The_switch_adds_attributes_and_changes_nothing_else()
    {
        var own = Path.Combine(Repo.Root, "openapi");
        var (plain, refit) = (Printed.Code(Printed.Documents(own)), Printed.Code(Printed.Documents(own), refit: true));
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

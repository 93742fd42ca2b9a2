using System.Text.RegularExpressions;

namespace OpenPayments.House.Tests;

/// <summary>The documents point at what exists, and stay short.</summary>
public partial class DocumentTests
{
    private const string Decisions = "docs/decisions";
    private const int LongestDecision = 40;

    [Fact]
    public void Every_link_leads_somewhere() =>
        Repository.Expect("dead links", Documents().SelectMany(
            page => Links(page).Where(link => !Path.Exists(Path.Combine(Repository.PathOf(Path.GetDirectoryName(page)!), link))).Select(link => $"{page}: {link}")));

    [Fact]
    public void Every_anchor_is_a_heading() =>
        Repository.Expect("dead anchors", Documents().SelectMany(
            page => Anchor().Matches(Prose(page)).Select(match => match.Groups["anchor"].Value).Except(Headings(page)).Select(anchor => $"{page}: #{anchor}")));

    [Fact]
    public void Every_decision_is_listed_with_its_title() =>
        Repository.Expect($"missing in {Decisions}/README.md", DecisionPages()
            .Select(page => $"- [{Title(page)}]({Path.GetFileName(page)})").Where(line => !Repository.Read($"{Decisions}/README.md").Split('\n').Any(listed => listed.StartsWith(line, StringComparison.Ordinal))));

    [Fact]
    public void A_decision_is_told_on_one_screen() =>
        Repository.Expect($"longer than {LongestDecision} lines", DecisionPages().Where(page => Repository.Read(page).Split('\n').Length > LongestDecision + 1));

    [Fact]
    public void The_documents_of_the_house_are_in_its_index() =>
        Repository.Expect("missing in docs/README.md", Repository.Files("docs").Where(path => path.EndsWith(".md", StringComparison.Ordinal))
            .Except(DecisionPages()).Except(["docs/README.md"]).Select(path => path["docs/".Length..]).Except(Links("docs/README.md")));

    [Fact]
    public void Continuous_integration_runs_the_command_that_the_README_gives()
    {
        var command = Repository.Read(".ci/run").TrimEnd().Split('\n')[^1].Replace("exec ", "", StringComparison.Ordinal);
        Assert.Contains($"\n{command}\n", Repository.Read("README.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Documents() => Repository.Files().Where(path => path.EndsWith(".md", StringComparison.Ordinal));

    private static IEnumerable<string> DecisionPages() =>
        Repository.Files(Decisions).Where(path => path.EndsWith(".md", StringComparison.Ordinal) && Path.GetFileName(path) != "README.md");

    private static string Title(string page) => Repository.Read(page).Split('\n')[0].TrimStart('#', ' ');

    /// <summary>Relative ones, without their anchors.</summary>
    private static IEnumerable<string> Links(string page) =>
        Link().Matches(Prose(page)).Select(match => match.Groups["to"].Value.Split('#')[0]).Where(to => to.Length > 0 && !to.Contains("://", StringComparison.Ordinal));

    /// <summary>As they are made from headings: lower case, hyphens for spaces, no punctuation.</summary>
    private static IEnumerable<string> Headings(string page) =>
        Heading().Matches(Prose(page)).Select(match => NotInAnchor().Replace(match.Groups["title"].Value.Trim().ToLowerInvariant().Replace(' ', '-'), ""));

    private static string Prose(string page) => CodeBlock().Replace(Repository.Read(page), "");

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\]\(#(?<anchor>[^)\s]+)\)")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^#+ (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

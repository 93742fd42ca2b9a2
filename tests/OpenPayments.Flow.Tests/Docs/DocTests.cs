using System.Text.RegularExpressions;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>
/// What the documents show compiles and runs, because it stands in a file that does; and their diagrams are drawn from the machine. With
/// <c>WRITE_DIAGRAMS</c> set to the folder <c>docs/flows</c>, these tests draw them there.
/// </summary>
public sealed partial class DocTests
{
    public static TheoryData<string> Pages => [.. Orders.Names.Select(name => $"{name}.md")];

    [Theory]
    [InlineData("flow.md", "csharp", "SampleInterpreter.cs")]
    [InlineData("flow.md", "fsharp", "Sample.fs")]
    [InlineData("flows.md", "csharp", "Starts.cs")]
    public void Every_snippet_stands_in_its_sample(string page, string language, string sample) => StandsIn(sample, page, language);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_shows_how_its_flow_is_started(string page)
    {
        StandsIn("Starts.cs", page, "csharp");
        StandsIn("Starts.fs", page, "fsharp");
    }

    [Fact]
    public void What_is_shown_starts() => Assert.All(Starts.All, started => Assert.True(started.IsRight));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_shows_its_machine(string page)
    {
        var drawn = $"```mermaid\n{string.Join('\n', Diagram.Of(Walker.Through(Orders.Of(page[..^3]))))}\n```\n";
        if (Environment.GetEnvironmentVariable("WRITE_DIAGRAMS") is { Length: > 0 } folder)
        {
            var path = Path.Combine(folder, page);
            File.WriteAllText(path, Picture().Replace(File.ReadAllText(path), drawn.Replace("$", "$$", StringComparison.Ordinal), 1));
        }
        Assert.Contains(drawn, Read(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_flow_has_its_page_in_the_index() =>
        Assert.All(Orders.Names, name => Assert.Contains($"(flows/{name}.md)", Read("flows.md"), StringComparison.Ordinal));

    /// <summary>What a code comment and a page would otherwise explain again and again.</summary>
    [Theory]
    [InlineData("journal")]
    [InlineData("transition")]
    [InlineData("stage")]
    [InlineData("doubt")]
    public void The_glossary_says_what_our_words_mean(string word) =>
        Assert.Contains($"| {word} |", Read("glossary.md"), StringComparison.Ordinal);

    [Fact]
    public void The_sample_takes_a_payment_one_step_further()
    {
        var sample = new SampleInterpreter(
            new Dictionary<Uri, WalletAddress> { [Given.Alice.Id] = Bodies.Wallet(Given.Alice) }, Given.Noon);
        var next = SampleInterpreter.Begin(Orders.OneTime, sample);
        Assert.Equal("receiver-wallet-address", FlowSummary.Of(next).Step);
        var cancelled = SampleInterpreter.FromOutside(next, "", new Secret("hush-ref"), Given.Noon);
        Assert.Equal(FlowStatus.Cancelled, FlowSummary.Of(cancelled).Status);
    }

    private static void StandsIn(string sample, string page, string language)
    {
        var code = Plain(Read(sample));
        var snippets = Snippet().Matches(Read(page)).Where(m => m.Groups["language"].Value == language)
            .Select(m => Plain(m.Groups["code"].Value)).ToList();
        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(snippet, code, StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", file));

    /// <summary>Without indentation and empty lines, which differ by where code stands.</summary>
    private static string Plain(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Snippet();

    [GeneratedRegex("^```mermaid\n.*?^```\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Picture();
}

using System.Text.RegularExpressions;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Docs;

/// <summary>What <c>docs/flow.md</c> shows compiles and runs, because it stands in a file that does.</summary>
public sealed partial class DocTests
{
    [Theory]
    [InlineData("csharp", "SampleInterpreter.cs")]
    [InlineData("fsharp", "Sample.fs")]
    public void Every_snippet_stands_in_its_sample(string language, string sample)
    {
        var code = Plain(Read(sample));
        var snippets = Snippet().Matches(Read("flow.md")).Where(m => m.Groups["language"].Value == language).Select(m => Plain(m.Groups["code"].Value)).ToList();
        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(snippet, code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_sample_takes_a_payment_one_step_further()
    {
        var sample = new SampleInterpreter(new Dictionary<Uri, WalletAddress> { [Given.Alice.Id] = Examples.Bodies.Wallet(Given.Alice) }, Given.Noon);
        var next = SampleInterpreter.Begin(Orders.OneTime, sample).Match(Right: state => state, Left: why => throw new InvalidOperationException(why.ToString()));
        Assert.Equal("receiver-wallet-address", FlowSummary.Of(next).Step);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", file));

    /// <summary>Without indentation and empty lines, which differ by where code stands.</summary>
    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Snippet();
}

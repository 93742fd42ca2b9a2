namespace OpenPayments.Interop.Tests.EveryFlow;

/// <summary>What <c>docs/running.md</c> shows is what the tests beside this one run.</summary>
public sealed class SampleTests
{
    [Fact]
    public void The_sample_that_is_shown_is_the_one_that_runs()
    {
        var shown = Plain(Read("running.md").Split("```csharp")[1].Split("```")[0]);
        Assert.Contains(shown, Plain(Read("AnyOrder.cs")), StringComparison.Ordinal);
        Assert.InRange(shown.Split('\n').Length, 20, 35);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "EveryFlow", file));

    /// <summary>Without indentation and empty lines, which differ by where code stands.</summary>
    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}

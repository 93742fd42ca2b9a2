using System.Text.Json;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>No token, nonce or interaction URL in anything that is shown or printed.</summary>
public sealed class SecretTests
{
    public static TheoryData<string> Names => [.. Stages.All.Select(s => s.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_state_and_no_summary_shows_a_secret(string name)
    {
        foreach (var progress in new Progress[] { At(name), new Progress.Waiting(Given.Noon, At(name)), new Progress.Rotating(Given.Quoting.Token, At(name)) })
            ShowsNone(new FlowState(Orders.OneTime, progress));
    }

    [Fact]
    public void No_end_shows_a_secret_though_a_consent_is_left()
    {
        var result = new Result([Given.Paid], Given.Consent, Given.Spent, Given.Alice.Id);
        foreach (var progress in new Progress[] { new Progress.Completed(result), new Progress.Partial(Given.Reason, result), new Progress.Failed(Given.Reason, result), new Progress.Uncertain(Given.Reason, result) })
            ShowsNone(new FlowState(Orders.Future with { Held = Given.Consent }, progress));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_secret_of_a_stage_is_known_as_one(string name)
    {
        var stage = Stages.Of(name);
        var hidden = stage.Secrets.Select(secret => secret.Reveal()).ToList();
        var written = System.Text.Encoding.UTF8.GetString(ProgressJson.Write(new Progress.Asking([], stage)));
        Assert.All(System.Text.RegularExpressions.Regex.Matches(written, "\"([^\"]*hush[^\"]*)\""), match => Assert.Contains(match.Groups[1].Value, hidden));
        Assert.All(hidden, secret => Assert.DoesNotContain("hush", Redaction.Tidy(stage, $"<{secret}>"), StringComparison.OrdinalIgnoreCase));
    }

    private static Progress.Asking At(string name) => new([.. Given.Facts], Stages.Of(name));

    private static void ShowsNone(FlowState state)
    {
        Assert.DoesNotContain("hush", state.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hush", JsonSerializer.Serialize(FlowSummary.Of(state)), StringComparison.OrdinalIgnoreCase);
    }
}

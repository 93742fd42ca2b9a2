using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>No token, nonce or interaction URL in anything that is shown or printed.</summary>
public sealed class SecretTests
{
    public static TheoryData<string> Names => [.. Stages.All.Select(s => s.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_state_no_summary_and_no_request_shows_a_secret(string name)
    {
        var asking = new Progress.Asking(Given.Journal([.. Given.Findings]).With(Given.HeldGrant), Stages.Of(name));
        ShowsNone(asking);
        ShowsNone(new Progress.Waiting(Given.Noon, asking));
        ShowsNone(new Progress.Releasing([Given.HeldToken, Given.HeldGrant], asking));
        Assert.DoesNotContain("hush", RequestText<Transition>.Of(Stages.Of(name).Next()).Printed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_end_shows_a_secret_while_tokens_are_given_back()
    {
        var result = new Result([Given.Paid], Given.Totals, Given.Spent.Spent, Given.Alice.Id);
        foreach (var end in new Progress[]
        {
            new Progress.Completed(result), new Progress.Partial(Given.Reason, result), new Progress.Failed(Given.Reason, result),
            new Progress.Uncertain(Given.Reason, result), new Progress.Cancelled(Given.Reason, result),
        })
            ShowsNone(new Progress.Releasing([Given.HeldToken, Given.HeldGrant], end));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_secret_of_a_stage_is_known_as_one(string name)
    {
        var stage = Stages.Of(name);
        var hidden = stage.Secrets.Select(secret => secret.Reveal()).ToList();
        var written = Encoding.UTF8.GetString(ProgressJson.Write(new Progress.Asking(Given.Journal(), stage)));
        Assert.All(Regex.Matches(written, "\"([^\"]*hush[^\"]*)\""), match => Assert.Contains(match.Groups[1].Value, hidden));
        Assert.All(hidden, secret =>
            Assert.DoesNotContain("hush", Redaction.Tidy(stage, $"<{secret}>"), StringComparison.OrdinalIgnoreCase));
    }

    private static void ShowsNone(Progress progress)
    {
        var state = new FlowState(Orders.OneTime, progress);
        Assert.DoesNotContain("hush", state.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hush", JsonSerializer.Serialize(FlowSummary.Of(state)), StringComparison.OrdinalIgnoreCase);
    }
}

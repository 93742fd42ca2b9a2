using System.Text.Json;
using OpenPayments.Flow.Tests.World;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class SummaryTests
{
    public static TheoryData<string> Names => [.. Given.States.Select(s => s.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_state_and_no_summary_shows_a_secret(string name)
    {
        var state = Given.States.Single(s => s.GetType().Name == name);
        Assert.DoesNotContain(Secrets.Mark, state.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secrets.Mark, JsonSerializer.Serialize(PaymentSummary.Of(state)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Once_there_is_a_quote_its_price_is_shown()
    {
        foreach (var state in new Payment[] { Given.DrawingNonce, Given.SeekingConsent, Given.AwaitingConsent, Given.Continuing, Given.Paying, Given.Looking, Given.Following, Given.Confirming })
            Assert.Equal((Given.Quote.Debit, Given.Quote.Receive), (PaymentSummary.Of(state).Debit, PaymentSummary.Of(state).Receive));
    }

    [Fact]
    public void A_state_that_waits_is_shown_as_what_it_waits_for() => Assert.Equal(PaymentSummary.Of(Given.Continuing), PaymentSummary.Of(Given.Waiting));

    [Fact]
    public void Each_phase_has_its_status()
    {
        Assert.All(Given.States.Take(8), s => Assert.Equal(PaymentStatus.Preparing, PaymentSummary.Of(s).Status));
        Assert.Equal(PaymentStatus.AwaitingConsent, PaymentSummary.Of(Given.AwaitingConsent).Status);
        Assert.All(Given.States.Skip(9).Take(6), s => Assert.Equal(PaymentStatus.Paying, PaymentSummary.Of(s).Status));
        Assert.Equal(PaymentStatus.Paying, PaymentSummary.Of(Given.GrantingQuote with { Consent = Given.Consent }).Status);
        Assert.Equal(PaymentStatus.Completed, PaymentSummary.Of(Given.Completed).Status);
        Assert.Equal(PaymentStatus.Failed, PaymentSummary.Of(Given.Failed).Status);
        Assert.Equal(PaymentStatus.Uncertain, PaymentSummary.Of(Given.Uncertain).Status);
    }

    [Fact]
    public void Names_of_steps_and_statuses_are_kebab_case()
    {
        Assert.All(Given.States, s => Assert.Matches("^[a-z]+(-[a-z]+)*$", PaymentSummary.StepOf(s)));
        Assert.Contains("\"awaiting-consent\"", JsonSerializer.Serialize(PaymentSummary.Of(Given.AwaitingConsent)), StringComparison.Ordinal);
    }
}

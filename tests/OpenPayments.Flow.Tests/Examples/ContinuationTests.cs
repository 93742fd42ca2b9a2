using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class ContinuationTests
{
    private static readonly TimeSpan FiveSeconds = TimeSpan.FromSeconds(5);

    [Fact]
    public void With_the_token_the_payment_is_made()
    {
        var paying = Assert.IsType<Payment.Paying>(Given.Continuing.After(Said.Yes(Bodies.Continued("hush-outgoing-token"))));
        Assert.Equal(Given.Paying, paying);
    }

    [Fact]
    public void Too_fast_waits_five_seconds_and_asks_again() =>
        Assert.Equal(new Payment.Waiting(Given.Noon + FiveSeconds, Given.Continuing with { Tries = 1 }), Given.Continuing.After(TooFast()));

    [Fact]
    public void Too_fast_with_a_retry_after_waits_that_long() =>
        Assert.Equal(Given.Noon.AddSeconds(17), Waiting(TooFast(TimeSpan.FromSeconds(17))).Until);

    [Fact]
    public void A_retry_after_of_years_is_not_obeyed()
    {
        Assert.Equal(Given.Noon.AddMinutes(1), Waiting(TooFast(TimeSpan.MaxValue)).Until);
        Assert.Equal(Given.Noon.AddSeconds(1), Waiting(TooFast(TimeSpan.MinValue)).Until);
    }

    [Fact]
    public void Too_many_requests_did_not_use_the_continuation_up() =>
        Assert.Equal(Given.Continuing with { Tries = 1 }, Waiting(Said.No<ContinueGrantResponse>(429)).Then);

    [Fact]
    public void Too_fast_for_ever_ends_the_payment()
    {
        var failed = Assert.IsType<Payment.Failed>((Given.Continuing with { Tries = 4 }).After(TooFast()));
        Assert.Equal(("refused", "grant-continuation"), (failed.Reason.Code, failed.Reason.Step));
    }

    [Fact]
    public void A_grant_that_is_still_pending_is_asked_for_where_and_when_it_says()
    {
        var pending = new ContinueGrantResponse { Continue = Bodies.Continue("https://auth.cloudnine.example/continue/2", "hush-next", wait: 7) };
        var waiting = Waiting(Said.Yes(pending));
        Assert.Equal(Given.Noon.AddSeconds(7), waiting.Until);
        Assert.Equal(new ContinueGrant(new Uri("https://auth.cloudnine.example/continue/2"), new Secret("hush-next"), Given.Continuing.InteractRef), waiting.Then.Asks<ContinueGrantResponse>());
    }

    [Fact]
    public void A_grant_that_stays_pending_ends_the_payment() =>
        Assert.IsType<Payment.Failed>((Given.Continuing with { Tries = 4 }).After(Said.Yes(new ContinueGrantResponse { Continue = Bodies.Continue("https://auth.cloudnine.example/continue/2", "hush-next") })));

    [Theory]
    [InlineData(500, null)]
    [InlineData(408, null)]
    [InlineData(200, Refusal.Codes.Unreadable)]
    [InlineData(303, null)]
    public void An_answer_that_cannot_be_read_is_a_token_lost(int status, string? code) => Assert.Equal(Reason.Codes.ContinuationLost, Failed(Said.No<ContinueGrantResponse>(status, code)).Code);

    [Fact]
    public void A_lost_answer_is_a_token_lost_and_nothing_was_paid()
    {
        var reason = Failed(Said.Silence<ContinueGrantResponse>());
        Assert.Equal((Reason.Codes.ContinuationLost, Fault.Network), (reason.Code, reason.Fault));
        Assert.StartsWith("Nothing was paid.", reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_ends_the_payment_in_the_words_of_the_server()
    {
        var reason = Failed(Said.No<ContinueGrantResponse>(401, "request_denied", "grant was revoked"));
        Assert.Equal("The server refused (401, request_denied: grant was revoked).", reason.Detail);
    }

    [Fact]
    public void A_quote_that_ran_out_meanwhile_is_replaced_and_the_consent_kept()
    {
        var quoting = Assert.IsType<Payment.GrantingQuote>(Given.Continuing.After(Said.Yes(Bodies.Continued("hush-outgoing-token"), Given.Noon.AddMinutes(5))));
        Assert.Equal((2, Given.Consent), (quoting.Number, quoting.Consent));
    }

    private static Answer<ContinueGrantResponse> TooFast(TimeSpan? retryAfter = null) => Said.No<ContinueGrantResponse>(400, "too_fast", retryAfter: retryAfter);

    private static Payment.Waiting Waiting(Answer<ContinueGrantResponse> answer) => Assert.IsType<Payment.Waiting>(Given.Continuing.After(answer));

    private static Reason Failed(Answer<ContinueGrantResponse> answer)
    {
        var failed = Assert.IsType<Payment.Failed>(Given.Continuing.After(answer));
        Assert.Null(failed.Receipt);
        return failed.Reason;
    }
}

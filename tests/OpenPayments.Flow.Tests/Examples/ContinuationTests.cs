using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>Continuing the grant (guide step 8): single shot.</summary>
public sealed class ContinuationTests
{
    private static readonly ContinueGrantResponse Pending = new() { Continue = Bodies.Continue("https://auth.cloudnine.example/continue/2", "hush-next", wait: 7) };

    private static readonly Consenting.Continuing Identifying = Stages.Continuing with { Request = Stages.Request with { Limit = null, Before = null } };

    [Fact]
    public void With_the_token_the_payer_has_agreed()
    {
        Assert.Equal(new ContinueGrant(Given.Pending.ContinueUri, Given.Pending.ContinueToken, Stages.Continuing.InteractRef), Stages.Continuing.Asks<ContinueGrantResponse>());
        Assert.Equal(Given.Consent, Stages.Continuing.After(Said.Yes(Bodies.Continued("outgoing"))).Learns<Consent>());
    }

    [Fact]
    public void Too_fast_waits_five_seconds_and_asks_again() =>
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(5), Stages.Continuing with { Tries = 1 }), Stages.Continuing.After(TooFast()));

    [Fact]
    public void Too_fast_with_a_retry_after_waits_that_long() => Assert.Equal(Given.Noon.AddSeconds(17), Stages.Continuing.After(TooFast(TimeSpan.FromSeconds(17))).Waits().Until);

    [Fact]
    public void A_retry_after_of_years_is_not_obeyed()
    {
        Assert.Equal(Given.Noon.AddMinutes(1), Stages.Continuing.After(TooFast(TimeSpan.MaxValue)).Waits().Until);
        Assert.Equal(Given.Noon.AddSeconds(1), Stages.Continuing.After(TooFast(TimeSpan.MinValue)).Waits().Until);
    }

    [Fact]
    public void Too_many_requests_did_not_use_the_continuation_up() =>
        Assert.Equal(Stages.Continuing with { Tries = 1 }, Stages.Continuing.After(Said.No<ContinueGrantResponse>(429)).Waits().Stage);

    [Fact]
    public void Too_fast_for_ever_ends_the_payment()
    {
        (Stages.Continuing with { Tries = 3 }).After(TooFast()).Waits();
        var reason = (Stages.Continuing with { Tries = 4 }).After(TooFast()).Stops();
        Assert.Equal((Reason.Codes.Refused, "grant-continuation"), (reason.Code, reason.Step));
    }

    [Fact]
    public void A_grant_that_is_still_pending_is_asked_for_where_and_when_it_says()
    {
        var waits = Stages.Continuing.After(Said.Yes(Pending)).Waits();
        Assert.Equal(Given.Noon.AddSeconds(7), waits.Until);
        Assert.Equal(new ContinueGrant(new Uri("https://auth.cloudnine.example/continue/2"), new Secret("hush-next"), Stages.Continuing.InteractRef), waits.Stage.Asks<ContinueGrantResponse>());
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(-1, 1)]
    [InlineData(int.MaxValue, 600)]
    public void A_pending_grants_wait_is_kept_within_reason(int? wait, int seconds) => Assert.Equal(Given.Noon.AddSeconds(seconds),
        Stages.Continuing.After(Said.Yes(new ContinueGrantResponse { Continue = Bodies.Continue("https://auth.cloudnine.example/continue/2", "hush-next", wait) })).Waits().Until);

    [Fact]
    public void A_grant_that_stays_pending_ends_the_payment()
    {
        (Stages.Continuing with { Tries = 3 }).After(Said.Yes(Pending)).Waits();
        Assert.Equal((Reason.Codes.Refused, Fault.Provider), ((Stages.Continuing with { Tries = 4 }).After(Said.Yes(Pending)).Stops() is var reason ? (reason.Code, reason.Fault) : default));
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(408, null)]
    [InlineData(200, Refusal.Codes.Unreadable)]
    [InlineData(303, null)]
    public void An_answer_that_cannot_be_read_is_a_token_lost_and_consent_is_asked_for_again(int status, string? code) => AsksAgain(Said.No<ContinueGrantResponse>(status, code));

    [Fact]
    public void A_lost_answer_is_a_token_lost_and_consent_is_asked_for_again_saying_so() => AsksAgain(Said.Silence<ContinueGrantResponse>());

    [Fact]
    public void The_same_consent_is_asked_for_three_times_and_no_more()
    {
        Assert.Equal(3, (Stages.Continuing with { Request = Stages.Request with { Times = 2 } }).After(Said.Silence<ContinueGrantResponse>()).Goes<Consenting.DrawingNonce>().Request.Times);
        var end = (Stages.Continuing with { Request = Stages.Request with { Times = 3 } }).After(Said.Silence<ContinueGrantResponse>()).Unpaid();
        Assert.Equal((Reason.Codes.ContinuationLost, Fault.Network, null), (end.Reason.Code, end.Reason.Fault, end.At));
        Assert.StartsWith("Nothing was paid.", end.Reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_ends_the_payment_in_the_words_of_the_server() => Assert.Equal("The server refused (401, request_denied: grant was revoked).",
        Stages.Continuing.After(Said.No<ContinueGrantResponse>(401, "request_denied", "grant was revoked")).Stops().Detail);

    [Fact]
    public void A_quote_that_ran_out_meanwhile_is_given_up_and_the_consent_kept()
    {
        var stale = Stages.Continuing.After(Said.Yes(Bodies.Continued("outgoing"), Given.Noon.AddMinutes(5))).RunsOut();
        Assert.Equal((Given.Consent, Reason.Codes.QuoteExpired), (stale.Held, stale.Reason.Code));
    }

    [Fact]
    public void Whoever_shows_a_wallet_address_to_be_theirs_is_known() =>
        Assert.Equal(new Identified(Given.Alice.Id), Identifying.After(Said.Yes(Bodies.Identified(Given.Alice.Id.OriginalString))).Learns<Identified>());

    [Fact]
    public void Another_wallet_address_or_another_kind_of_name_shows_nothing()
    {
        foreach (var said in new[] { Bodies.Identified(Given.Bob.Id.OriginalString), Bodies.Identified(Given.Alice.Id.OriginalString, new SubjectSubIdFormat("opaque")), Bodies.Identified("") })
            Assert.Equal((Reason.Codes.IdentityMismatch, Fault.Payer), (Identifying.After(Said.Yes(said)).Stops() is var reason ? (reason.Code, reason.Fault) : default));
    }

    [Fact]
    public void A_token_does_not_stand_for_an_identity_nor_an_identity_for_a_token()
    {
        Identifying.After(Said.Yes(Bodies.Continued("outgoing"))).Waits();
        Stages.Continuing.After(Said.Yes(Bodies.Identified(Given.Alice.Id.OriginalString))).Waits();
        var seeking = Stages.Seeking with { Request = Identifying.Request };
        Assert.Equal(Reason.Codes.AnswerMismatch, seeking.After(Said.Yes(Bodies.Granted("outgoing"))).Stops().Code);
    }

    private static Answer<ContinueGrantResponse> TooFast(TimeSpan? retryAfter = null) => Said.No<ContinueGrantResponse>(400, "too_fast", retryAfter: retryAfter);

    private static void AsksAgain(Answer<ContinueGrantResponse> answer)
    {
        var request = Stages.Continuing.After(answer).Goes<Consenting.DrawingNonce>().Request;
        Assert.Equal((2, Reason.Codes.ContinuationLost, Fault.Network), (request.Times, request.Because?.Code, request.Because?.Fault));
        Assert.StartsWith("Nothing was paid.", request.Because?.Advice, StringComparison.Ordinal);
    }
}

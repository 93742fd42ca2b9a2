using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Continuing the grant (guide step 8): the token is given once.</summary>
public sealed class ContinuationTests
{
    private static readonly ContinuingGrant Continuing = Stages.ContinuingGrant;

    private static readonly ContinuingGrant Identifying = Continuing with { Request = Stages.Request with { Limit = null, Before = null } };

    [Fact]
    public void With_the_token_the_payer_has_agreed()
    {
        Assert.Equal(new ContinueGrant(Given.Pending.ContinueUri, Given.Pending.ContinueToken, Continuing.InteractRef),
            Continuing.Sends<ContinueGrantResponse>());
        Assert.Equal(Given.Consent, Continuing.After(Reply.Body(Bodies.Continued("outgoing"))).Finds<Consent>());
    }

    [Theory]
    [InlineData(503, null)]
    [InlineData(408, null)]
    [InlineData(200, Refusal.Codes.Unreadable)]
    [InlineData(303, null)]
    public void An_answer_that_settles_nothing_means_the_same_request_again(int status, string? code) =>
        AsksTheSame(Reply.Refused<ContinueGrantResponse>(status, code));

    [Fact]
    public void Silence_means_the_same_request_again() => AsksTheSame(Reply.Lost<ContinueGrantResponse>());

    [Fact]
    public void The_same_request_is_sent_again_at_once_then_with_pauses_up_to_thirty_seconds_and_then_the_payment_ends()
    {
        Transition transition = new Transition.To(Continuing);
        var at = Given.Noon;
        transition = transition.After(Reply.Lost<ContinueGrantResponse>(at));
        Assert.Equal(new Transition.To(Continuing with { Doubt = true, Tries = 1 }), transition);
        foreach (var pause in new[] { 2, 4, 8, 16, 30, 30, 30 })
        {
            transition = transition.After(Reply.Lost<ContinueGrantResponse>(at));
            Assert.Equal(at.AddSeconds(pause), transition.Waits().Until);
            at = transition.Waits().Until;
        }
        var end = transition.After(Reply.Lost<ContinueGrantResponse>(at)).EndsUnpaid();
        Assert.Equal((Reason.Codes.Unreachable, Fault.Network, null), (end.Reason.Code, end.Reason.Fault, end.At));
        Assert.Contains("nothing was paid", end.Reason.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void A_refusal_after_a_doubt_means_that_the_token_is_gone_so_consent_is_asked_for_again_and_the_grant_given_back(int status)
    {
        var transition = (Continuing with { Doubt = true, Tries = 1 })
            .After(Reply.Refused<ContinueGrantResponse>(status, "request_denied"));
        var again = transition.Goes<DrawingNonce>().Request;
        Assert.Equal((2, Reason.Codes.ContinuationLost, Fault.Network), (again.Times, again.Because?.Code, again.Because?.Fault));
        Assert.StartsWith("Nothing was paid.", again.Because?.Advice, StringComparison.Ordinal);
        Assert.Equal(Given.HeldGrant, Assert.IsType<Transition.To>(transition).Abandoned);
    }

    [Fact]
    public void The_same_consent_is_asked_for_three_times_and_no_more()
    {
        var gone = Reply.Refused<ContinueGrantResponse>(401, "request_denied");
        Assert.Equal(3, (Continuing with { Doubt = true, Request = Stages.Request with { Times = 2 } }).After(gone).Goes<DrawingNonce>()
            .Request.Times);
        var end = (Continuing with { Doubt = true, Request = Stages.Request with { Times = 3 } }).After(gone).EndsUnpaid();
        Assert.Equal((Reason.Codes.ContinuationLost, Fault.Network, null), (end.Reason.Code, end.Reason.Fault, end.At));
    }

    [Fact]
    public void A_refusal_without_a_doubt_ends_the_payment_in_the_words_of_the_server() =>
        Assert.Equal("The server refused (401, request_denied: grant was revoked).",
        Continuing.After(Reply.Refused<ContinueGrantResponse>(401, "request_denied", "grant was revoked")).Stops().Detail);

    [Fact]
    public void A_quote_that_ran_out_meanwhile_is_given_up_and_the_consent_kept()
    {
        var expired = Continuing.After(Reply.Body(Bodies.Continued("outgoing"), Given.Quote.CertainUntil)).Expires();
        Assert.Equal((Given.Consent, Reason.Codes.QuoteExpired), (expired.Kept, expired.Reason.Code));
    }

    [Fact]
    public void Who_shows_a_wallet_address_to_be_theirs_is_known_and_another_address_or_kind_of_name_shows_nothing()
    {
        var known = Identifying.After(Reply.Body(Bodies.Identified(Given.Alice.Id.OriginalString))).Finds<Identity>();
        Assert.Equal(new Identity(Given.Alice.Id), known);
        var opaque = Bodies.Identified(Given.Alice.Id.OriginalString, new SubjectSubIdFormat("opaque"));
        foreach (var other in new[] { Bodies.Identified(Given.Bob.Id.OriginalString), opaque, Bodies.Identified("") })
        {
            var reason = Identifying.After(Reply.Body(other)).Stops();
            Assert.Equal((Reason.Codes.IdentityMismatch, Fault.Payer), (reason.Code, reason.Fault));
        }
    }

    [Fact]
    public void A_token_does_not_stand_for_an_identity_nor_an_identity_for_a_token()
    {
        Identifying.After(Reply.Body(Bodies.Continued("outgoing"))).Waits();
        Continuing.After(Reply.Body(Bodies.Identified(Given.Alice.Id.OriginalString))).Waits();
        var requesting = Stages.RequestingConsent with { Request = Identifying.Request };
        var granted = requesting.After(Reply.Body(Bodies.Granted("outgoing")));
        Assert.Equal(Reason.Codes.AnswerMismatch, granted.Stops().Code);
        Assert.Equal(Given.HeldToken, Assert.IsType<Transition.Interrupted>(granted).Abandoned);
    }

    private static void AsksTheSame(Answer<ContinueGrantResponse> answer)
    {
        var next = Continuing.After(answer);
        Assert.Equal(new Transition.To(Continuing with { Doubt = true, Tries = 1 }), next);
        Assert.Equal(Continuing.Sends<ContinueGrantResponse>(), next.Stage().Sends<ContinueGrantResponse>());
    }
}

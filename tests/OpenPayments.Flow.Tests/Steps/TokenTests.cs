using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Keeping tokens alive: one that a server takes for dead is rotated once, and its request sent again.</summary>
public sealed class TokenTests
{
    private static readonly Token Fresh = Given.Token("fresh");

    private static readonly CreatingQuote Quoting = Stages.CreatingQuote with { Renewed = true };

    /// <summary>A quote was refused for its token, which is of a grant without consent.</summary>
    private static readonly RenewingToken Renewing = Stages.RenewingToken;

    /// <summary>The same for a token that a person agreed to.</summary>
    private static readonly RenewingToken OfConsent =
        new(Given.Consent.Token, null, Stages.CreatingOutgoingPayment with { Renewed = true });

    [Theory]
    [InlineData(403, "Inactive Token")]
    [InlineData(401, "Invalid Token")]
    [InlineData(401, null)]
    [InlineData(403, null)]
    public void A_token_that_may_be_what_was_refused_is_rotated_where_it_was_said_to_be(int status, string? words)
    {
        Assert.Equal(Renewing, Stages.CreatingQuote.After(Reply.Refused<Quote>(status, $"{status}", words)).Goes<RenewingToken>());
        Assert.Equal(new RotateToken(Given.Quoting.Token.Manage, Given.Quoting.Token.Value), Renewing.Sends<RotateTokenResponse>());
    }

    [Theory]
    [InlineData("Insufficient Grant")]
    [InlineData("insufficient grant ")]
    [InlineData("unauthorized")]
    [InlineData(Reply.UnknownKey)]
    public void A_refusal_of_something_else_is_not_about_the_token(string words) =>
        Stages.CreatingQuote.After(Reply.Refused<Quote>(403, "403", words)).Stops();

    [Fact]
    public void The_new_pair_replaces_the_old_in_the_stage_and_in_the_journal_and_the_request_is_sent_again()
    {
        var fresh = Given.Quoting with { Token = Fresh };
        Assert.Equal(new Transition.Replaced(Given.Quoting.Token, Fresh, Quoting with { Grant = fresh }),
            Renewing.After(Reply.Body(Bodies.Rotated("fresh"))));
        Assert.Equal(Given.Journal(Given.Alice, Given.Receiving, fresh),
            Given.Journal(Given.Alice, Given.Receiving, Given.Quoting).Renew(Given.Quoting.Token, Fresh));
    }

    [Fact]
    public void A_consents_token_is_renewed_wherever_it_is_held()
    {
        var consent = Given.Consent with { Token = Fresh };
        var (incoming, before) = (Given.Incoming with { Token = Fresh }, Given.Incoming with { Token = Given.Consent.Token });
        var journal = Given.Journal(Given.Consent, Given.Outgoing, before, new Round(2, Given.Consent)).With(Given.HeldToken);
        var renewed = journal.Renew(Given.Consent.Token, Fresh);
        Assert.Equal(Given.Journal(consent, Given.Outgoing with { Token = Fresh }, incoming, new Round(2, consent))
            .With(new HeldToken(Fresh)), renewed);
    }

    public static TheoryData<string> WithToken =>
        [.. Stages.All.Where(stage => stage.Token is not null).Select(stage => stage.GetType().Name)];

    [Theory]
    [MemberData(nameof(WithToken))]
    public void Every_stage_that_carries_a_token_takes_the_new_one(string name)
    {
        var (stage, old) = (Stages.Of(name), Stages.Of(name).Token!);
        Assert.Equal(Fresh, stage.Renew(old, Fresh).Token);
        Assert.Equal(stage, stage.Renew(old, Fresh).Renew(Fresh, old));
        // at the receiver's the public part is asked for instead
        if (stage is ConfirmingArrival or AskingReceiver) return;
        Assert.Equal(stage with { Renewed = true }, AnyRequest.Refused(stage, new Refusal(403, "403", "Inactive Token")).Renews());
    }

    [Fact]
    public void What_an_incoming_payment_is_read_with_is_renewed_too() =>
        Assert.Equal(Fresh, Assert.IsType<ConfirmingArrival>(Stages.ConfirmingArrival.Renew(Given.Incoming.Token, Fresh)).Incoming.Token);

    [Fact]
    public void Another_token_is_left_alone()
    {
        foreach (var stage in Stages.All) Assert.Equal(stage, stage.Renew(Fresh, Given.Token("other")));
        foreach (var finding in Given.Findings) Assert.Equal(finding, finding.Renew(Fresh, Given.Token("other")));
    }

    [Fact]
    public void A_lost_rotation_is_sent_once_more()
    {
        Assert.Equal(Renewing with { Tries = 1 }, Renewing.After(Reply.Lost<RotateTokenResponse>()).Goes<RenewingToken>());
        Assert.Equal(Renewing with { Tries = 1 }, Renewing.After(Reply.Refused<RotateTokenResponse>(500)).Goes<RenewingToken>());
        Assert.Equal(OfConsent.Then, (OfConsent with { Tries = 1 }).After(Reply.Lost<RotateTokenResponse>()).Stage());
        Assert.Equal(OfConsent.Then, (OfConsent with { Tries = 1 }).After(Reply.Refused<RotateTokenResponse>(500)).Stage());
    }

    [Fact]
    public void Of_two_rotations_one_wins_and_the_loser_asks_with_what_it_has_and_believes_the_refusal()
    {
        var lost = OfConsent.After(Reply.Refused<RotateTokenResponse>(401, "invalid_rotation")).Goes<CreatingOutgoingPayment>();
        Assert.Equal(OfConsent.Then, lost);
        Assert.Equal(Reason.Codes.ConsentLost, lost.After(Reply.DeadToken<OutgoingPaymentWithSpentAmounts>()).Expires().Reason.Code);
    }

    [Fact]
    public void A_grant_that_needs_no_consent_is_requested_again_where_its_token_cannot_be_rotated()
    {
        var anew = Renewing.After(Reply.Refused<RotateTokenResponse>(401, "invalid_rotation")).Goes<RenewingToken>();
        Assert.Equal(Renewing with { Anew = true }, anew);
        Assert.Equal(Given.Alice.AuthServer, anew.Sends<RequestGrant, GrantResponse>().AuthServer);
        Assert.Equal(Fresh, Assert.IsType<Transition.Replaced>(anew.After(Reply.Body(Bodies.Granted("fresh")))).Fresh);
    }

    [Fact]
    public void Where_there_is_no_new_grant_the_request_is_sent_with_the_old_token_and_its_refusal_believed()
    {
        var anew = Renewing with { Anew = true };
        Assert.Equal(Quoting, anew.After(Reply.Refused<GrantResponse>(400)).Stage());
        Assert.Equal(Quoting, anew.After(Reply.Lost<GrantResponse>()).Stage());
        Assert.Equal(Quoting, anew.After(Reply.Body(Bodies.InteractionRequired())).Stage());
        Assert.Equal(Quoting, anew.After(Reply.Body<GrantResponse>(new GrantResponse.Unknown(Bodies.Strange))).Stage());
        var reason = Quoting.After(Reply.DeadToken<Quote>()).Stops();
        Assert.Equal((Reason.Codes.Refused, "quote"), (reason.Code, reason.Step));
    }

    [Fact]
    public void A_rotation_that_comes_too_often_is_put_off_and_the_request_sent_again_then()
    {
        var waits = Renewing.After(Reply.Refused<RotateTokenResponse>(429, retryAfter: TimeSpan.FromSeconds(9)));
        Assert.Equal(new Transition.Later(Given.Noon.AddSeconds(9), Stages.CreatingQuote with { Tries = 1 }), waits);
        var last = OfConsent with { Then = Stages.CreatingOutgoingPayment with { Tries = 4, Renewed = true } };
        Assert.Equal(last.Then, last.After(Reply.Refused<RotateTokenResponse>(429)).Stage());
    }
}

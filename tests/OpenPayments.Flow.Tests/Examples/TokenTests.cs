using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>Keeping tokens alive: one that a server took for dead is rotated once, and its question asked again.</summary>
public sealed class TokenTests
{
    private static readonly Token Fresh = Given.Token("fresh");

    /// <summary>A quote was refused for its token; the grant that gave it stands in the journal.</summary>
    private static readonly Progress.Asking Asking = new([Given.Alice, Given.Receiving, Given.Quoting], Stages.Quoting with { Renewed = true });

    private static readonly Progress.Rotating Rotating = new(Given.Quoting.Token, Asking);

    /// <summary>The same for a token that a person agreed to.</summary>
    private static readonly Progress.Rotating OfConsent = new(Given.Consent.Token, new Progress.Asking([Given.Alice, Given.Consent, Given.Made], Stages.Creating with { Renewed = true }));

    [Theory]
    [InlineData(403, "Inactive Token")]
    [InlineData(401, "Invalid Token")]
    [InlineData(401, null)]
    [InlineData(403, null)]
    public void A_token_that_may_be_what_was_refused_is_rotated(int status, string? words) =>
        Assert.Equal(new Turn.Rotate(Given.Quoting.Token, Stages.Quoting with { Renewed = true }), Stages.Quoting.After(Said.No<Quote>(status, $"{status}", words)));

    [Theory]
    [InlineData("Insufficient Grant")]
    [InlineData("insufficient grant ")]
    [InlineData("unauthorized")]
    public void A_refusal_of_what_the_token_allows_is_none_of_its_age(string words) => Stages.Quoting.After(Said.No<Quote>(403, "403", words)).Stops();

    [Fact]
    public void It_is_rotated_where_it_was_said_to_be() => Assert.Equal(new RotateToken(Given.Quoting.Token.Manage, Given.Quoting.Token.Value), Rotating.Asks<RotateTokenResponse>());

    [Fact]
    public void The_new_pair_takes_the_place_of_the_old_everywhere_and_the_question_is_asked_again()
    {
        var renewed = Assert.IsType<Progress.Asking>(Rotating.After(Said.Yes(Bodies.Rotated("fresh"))));
        Assert.Equal(new Progress.Asking([Given.Alice, Given.Receiving, Given.Quoting with { Token = Fresh }], Stages.Quoting with { Renewed = true, With = Fresh }), renewed);
    }

    [Fact]
    public void A_consents_token_is_renewed_in_every_fact_that_holds_it()
    {
        var facts = new ValueList<Fact>([Given.Consent, Given.Made, Given.Incoming with { Token = Given.Consent.Token }, new Round(2, Given.Consent)]);
        var renewed = Assert.IsType<Progress.Asking>((OfConsent with { Then = OfConsent.Then with { Learnt = facts } }).After(Said.Yes(Bodies.Rotated("fresh"))));
        var consent = Given.Consent with { Token = Fresh };
        Assert.Equal([consent, Given.Made with { Token = Fresh }, Given.Incoming with { Token = Fresh }, new Round(2, consent)], renewed.Learnt);
        Assert.Equal(Stages.Creating with { Renewed = true, Consent = consent }, renewed.Stage);
    }

    [Theory]
    [InlineData(nameof(CreatingIncoming))]
    [InlineData(nameof(Quoting))]
    [InlineData(nameof(Paying.Marking))]
    [InlineData(nameof(Paying.Creating))]
    [InlineData(nameof(Paying.Looking))]
    [InlineData(nameof(Settling.Following))]
    [InlineData(nameof(Settling.Confirming))]
    [InlineData(nameof(ReadingSpent))]
    public void Every_stage_that_carries_a_token_takes_the_new_one(string name)
    {
        var renewed = Stages.Of(name).Renew(Stages.Of(name).Token!, Fresh);
        Assert.Equal(Fresh, renewed.Token);
        Assert.Equal(Stages.Of(name), renewed.Renew(Fresh, Stages.Of(name).Token!));
    }

    [Fact]
    public void What_an_incoming_payment_is_read_with_is_renewed_too() =>
        Assert.Equal(Fresh, Assert.IsType<Settling.Confirming>(Stages.Confirming.Renew(Given.Incoming.Token, Fresh)).Incoming.Token);

    [Fact]
    public void Another_token_is_left_alone()
    {
        foreach (var stage in Stages.All) Assert.Equal(stage, stage.Renew(Fresh, Given.Token("other")));
        foreach (var fact in Given.Facts) Assert.Equal(fact, fact.Renew(Fresh, Given.Token("other")));
    }

    [Fact]
    public void A_lost_rotation_is_sent_once_more()
    {
        Assert.Equal(Rotating with { Tries = 1 }, Rotating.After(Said.Silence<RotateTokenResponse>()));
        Assert.Equal(Rotating with { Tries = 1 }, Rotating.After(Said.No<RotateTokenResponse>(500)));
        Assert.Equal(OfConsent.Then, (OfConsent with { Tries = 1 }).After(Said.Silence<RotateTokenResponse>()));
        Assert.Equal(OfConsent.Then, (OfConsent with { Tries = 1 }).After(Said.No<RotateTokenResponse>(500)));
    }

    [Fact]
    public void Of_two_rotations_one_wins_and_who_loses_asks_with_what_it_has_and_believes_the_refusal()
    {
        var lost = Assert.IsType<Progress.Asking>(OfConsent.After(Said.No<RotateTokenResponse>(401, "invalid_rotation")));
        Assert.Equal(OfConsent.Then, lost);
        Assert.Equal(Reason.Codes.ConsentLost, lost.Stage.After(Said.No<OutgoingPaymentWithSpentAmounts>(403, "403", "Inactive Token")).RunsOut().Reason.Code);
    }

    [Fact]
    public void A_grant_that_needs_no_consent_is_asked_for_anew_where_its_token_cannot_be_rotated()
    {
        var anew = Rotating.After(Said.No<RotateTokenResponse>(401, "invalid_rotation"));
        Assert.Equal(Rotating with { Anew = true }, anew);
        Assert.Equal(Given.Alice.AuthServer, Assert.IsType<RequestGrant>(anew.Asks<GrantResponse>()).AuthServer);
        Assert.Equal(Stages.Quoting with { Renewed = true, With = Fresh }, Assert.IsType<Progress.Asking>(anew.After(Said.Yes(Bodies.Granted("fresh")))).Stage);
    }

    [Fact]
    public void Where_there_is_no_new_grant_the_question_is_asked_with_the_old_token_and_its_refusal_believed()
    {
        var anew = Rotating with { Anew = true };
        Assert.Equal(Asking, anew.After(Said.No<GrantResponse>(400)));
        Assert.Equal(Asking, anew.After(Said.Silence<GrantResponse>()));
        Assert.Equal(Asking, anew.After(Said.Yes(Bodies.InteractionRequired())));
        Assert.Equal(Asking, anew.After(Said.Yes<GrantResponse>(new GrantResponse.Unknown(Bodies.Strange))));
        Assert.Equal((Reason.Codes.Refused, "quote"), Asking.Stage.After(Said.No<Quote>(403, "403", "Inactive Token")).Stops() is var reason ? (reason.Code, reason.Step) : default);
    }

    [Fact]
    public void A_rotation_that_comes_too_often_is_put_off_and_the_question_asked_again_then()
    {
        var waiting = Assert.IsType<Progress.Waiting>(Rotating.After(Said.No<RotateTokenResponse>(429, retryAfter: TimeSpan.FromSeconds(9))));
        Assert.Equal(new Progress.Waiting(Given.Noon.AddSeconds(9), Asking with { Stage = Stages.Quoting with { Tries = 1 } }), waiting);
        var last = OfConsent with { Then = OfConsent.Then with { Stage = Stages.Creating with { Tries = 4, Renewed = true } } };
        Assert.Equal(last.Then, last.After(Said.No<RotateTokenResponse>(429)));
    }
}

using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>Asking for the grant that a person agrees to (guide step 6).</summary>
public sealed class ConsentTests
{
    private static readonly DateTimeOffset TooLate = Given.Noon.AddMinutes(5);

    [Fact]
    public void First_a_nonce_is_drawn() => Assert.Equal(Stages.Seeking, Stages.DrawingNonce.After(Said.Yes(Given.Pending.Nonce)).Goes<Consenting.Seeking>());

    [Fact]
    public void The_grant_is_limited_to_what_the_quote_debits_from_the_payers_own_wallet()
    {
        var ask = Assert.IsType<RequestGrant>(Stages.Seeking.Asks<GrantResponse>());
        var access = Assert.IsType<AccessOutgoing>(ask.Access);
        Assert.Equal(Given.Alice.Id, access.Identifier);
        Assert.Equal([AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List], access.Actions);
        Assert.Equal(Given.Quote.Debit, Assert.IsType<LimitsOutgoing.WithDebitAmount>(access.Limits).DebitAmount);
    }

    [Fact]
    public void The_wallet_is_told_to_redirect_and_where_to_return_the_browser()
    {
        var interact = Assert.IsType<RequestGrant>(Stages.Seeking.Asks<GrantResponse>()).Interact;
        Assert.Equal([InteractRequestStart.Redirect], interact?.Start);
        Assert.Equal((InteractRequestFinishMethod.Redirect, Orders.Finish, Given.Pending.Nonce), (interact?.Finish?.Method, interact?.Finish?.Uri, interact?.Finish?.Nonce));
    }

    [Fact]
    public void A_limit_for_what_is_received_is_asked_for_as_such_with_its_interval()
    {
        var limit = Limit.OfReceive(Given.Dollars(1000), Orders.Monthly);
        var stage = Stages.Seeking with { Request = Stages.Request with { Limit = limit } };
        var limits = Assert.IsType<LimitsOutgoing.WithReceiveAmount>(Assert.IsType<AccessOutgoing>(Assert.IsType<RequestGrant>(stage.Asks<GrantResponse>()).Access).Limits);
        Assert.Equal((Given.Dollars(1000), Orders.Monthly), (limits.ReceiveAmount, limits.Interval));
    }

    [Fact]
    public void The_payer_is_sent_to_the_wallet_and_the_wait_counts_from_the_grant()
    {
        Assert.Equal(Stages.Awaiting, Stages.Seeking.After(Said.Yes(Bodies.InteractionRequired(wait: 5))).Goes<Consenting.Awaiting>());
        Assert.Equal(new AwaitInteraction(Given.Pending.Redirect, Given.Pending.Until), Stages.Awaiting.Asks<InteractionResult>());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://auth.cloudnine.example/interact")]
    [InlineData("https://auth.cloudnine.example@evil.example/interact")]
    [InlineData("/interact")]
    public void A_consent_page_that_is_no_web_page_is_not_shown(string redirect) =>
        Assert.Equal(Reason.Codes.UrlRefused, Stages.Seeking.After(Said.Yes(Bodies.InteractionRequired(redirect))).Stops().Code);

    [Fact]
    public void A_consent_page_is_shown_without_https_where_its_server_is_called_without_it()
    {
        var seeking = Stages.Seeking with { Request = Stages.Request with { Wallet = Given.Alice with { AuthServer = new Uri("http://cloud-nine-auth:3006/") } } };
        seeking.After(Said.Yes(Bodies.InteractionRequired("http://cloud-nine-auth:3006/interact"))).Goes<Consenting.Awaiting>();
    }

    [Fact]
    public void A_consent_page_on_this_machine_is_shown_without_https() =>
        Stages.Seeking.After(Said.Yes(Bodies.InteractionRequired("http://localhost:3030/interact"))).Goes<Consenting.Awaiting>();

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(null, 0)]
    [InlineData(7, 7)]
    [InlineData(int.MaxValue, 600)]
    public void A_wait_that_makes_no_sense_stays_within_the_consent(int? wait, int seconds)
    {
        var grant = Stages.Seeking.After(Said.Yes(Bodies.InteractionRequired(wait: wait))).Goes<Consenting.Awaiting>().Grant;
        Assert.Equal((Given.Noon.AddSeconds(seconds), Given.Noon.AddMinutes(10)), (grant.ContinueFrom, grant.Until));
    }

    [Fact]
    public void A_server_that_grants_at_once_is_taken_at_its_word() => Assert.Equal(Given.Consent, Stages.Seeking.After(Said.Yes(Bodies.Granted("outgoing"))).Learns<Consent>());

    [Fact]
    public void A_quote_that_ran_out_before_the_redirect_is_given_up_with_no_consent_to_keep()
    {
        foreach (var turn in new[] { Stages.DrawingNonce.After(Said.Yes(Given.Pending.Nonce, TooLate)), Stages.Seeking.After(Said.Yes(Bodies.InteractionRequired(), TooLate)) })
            Assert.Equal((null, Reason.Codes.QuoteExpired, TooLate), (turn.RunsOut().Held, turn.RunsOut().Reason.Code, turn.RunsOut().At));
    }

    [Fact]
    public void A_grant_at_once_for_a_quote_that_ran_out_is_kept_for_the_next() =>
        Assert.Equal(Given.Consent, Stages.Seeking.After(Said.Yes(Bodies.Granted("outgoing"), TooLate)).RunsOut().Held);

    [Fact]
    public void Until_the_quote_ran_out_consent_is_asked_for()
    {
        Stages.DrawingNonce.After(Said.Yes(Given.Pending.Nonce, TooLate.AddTicks(-1))).Goes<Consenting.Seeking>();
        Stages.Seeking.After(Said.Yes(Bodies.InteractionRequired(), TooLate.AddTicks(-1))).Goes<Consenting.Awaiting>();
    }

    [Fact]
    public void Without_an_end_of_the_quote_consent_is_asked_for_whenever() =>
        (Stages.DrawingNonce with { Request = Stages.Request with { Before = null } }).After(Said.Yes(Given.Pending.Nonce, DateTimeOffset.MaxValue)).Goes<Consenting.Seeking>();
}

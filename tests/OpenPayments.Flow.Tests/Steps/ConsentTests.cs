using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Asking for the grant that a person agrees to (guide step 6).</summary>
public sealed class ConsentTests
{
    private static readonly DateTimeOffset TooLate = Given.Quote.CertainUntil;

    private static readonly RequestingConsent Requesting = Stages.RequestingConsent;

    [Fact]
    public void First_a_nonce_is_drawn() => Assert.Equal(Requesting, Draws(Given.Noon).Goes<RequestingConsent>());

    [Fact]
    public void The_grant_is_limited_to_what_the_quote_debits_from_the_payers_own_wallet()
    {
        var access = Access(Requesting);
        Assert.Equal(Given.Alice.Id, access.Identifier);
        Assert.Equal([AccessOutgoingAction.Create, AccessOutgoingAction.Read, AccessOutgoingAction.List], access.Actions);
        Assert.Equal(Given.Quote.Debit, Assert.IsType<LimitsOutgoing.WithDebitAmount>(access.Limits).DebitAmount);
    }

    [Fact]
    public void The_wallet_is_told_to_redirect_and_where_to_return_the_browser()
    {
        var interact = Requesting.Sends<RequestGrant, GrantResponse>().Interact!;
        var finish = interact.Finish!;
        Assert.Equal([InteractRequestStart.Redirect], interact.Start);
        Assert.Equal((InteractRequestFinishMethod.Redirect, Orders.Finish, Given.Pending.Nonce), (finish.Method, finish.Uri, finish.Nonce));
    }

    [Fact]
    public void A_limit_for_what_is_received_is_asked_for_as_such_with_its_interval()
    {
        var limit = Limit.OfReceive(Given.Dollars(1000), Orders.Monthly);
        var limits = Assert.IsType<LimitsOutgoing.WithReceiveAmount>(
            Access(Requesting with { Request = Stages.Request with { Limit = limit } }).Limits);
        Assert.Equal((Given.Dollars(1000), Orders.Monthly), (limits.ReceiveAmount, limits.Interval));
    }

    [Fact]
    public void The_payer_is_sent_to_the_wallet_and_the_wait_counts_from_the_grant()
    {
        Assert.Equal(Stages.AwaitingReturn, Requesting.After(Reply.Body(Bodies.InteractionRequired(wait: 5))).Goes<AwaitingReturn>());
        var step = Assert.IsType<Step<Transition>.Await>(Stages.AwaitingReturn.Next());
        Assert.Equal((Given.Pending.Redirect, Given.Pending.Until), (step.Redirect, step.Until));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://auth.cloudnine.example/interact")]
    [InlineData("https://auth.cloudnine.example@evil.example/interact")]
    [InlineData("/interact")]
    public void A_consent_page_that_is_no_web_page_is_not_shown(string redirect) =>
        Refuses(Reason.Codes.UrlRefused, Requesting.After(Reply.Body(Bodies.InteractionRequired(redirect))));

    [Fact]
    public void A_consent_page_is_shown_without_https_on_this_machine_and_where_its_server_is_called_without_it()
    {
        Requesting.After(Reply.Body(Bodies.InteractionRequired("http://localhost:3030/interact"))).Goes<AwaitingReturn>();
        var plain = Requesting with
        {
            Request =
            Stages.Request with { Wallet = Given.Alice with { AuthServer = new Uri("http://cloud-nine-auth:3006/") } }
        };
        plain.After(Reply.Body(Bodies.InteractionRequired("http://cloud-nine-auth:3006/interact"))).Goes<AwaitingReturn>();
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(null, 0)]
    [InlineData(7, 7)]
    [InlineData(int.MaxValue, 600)]
    public void A_wait_that_makes_no_sense_stays_within_the_consent(int? wait, int seconds)
    {
        var grant = Requesting.After(Reply.Body(Bodies.InteractionRequired(wait: wait))).Goes<AwaitingReturn>().Grant;
        Assert.Equal((Given.Noon.AddSeconds(seconds), Given.Noon.AddMinutes(10)), (grant.ContinueFrom, grant.Until));
    }

    [Fact]
    public void A_server_that_grants_at_once_is_believed() =>
        Assert.Equal(Given.Consent, Requesting.After(Reply.Body(Bodies.Granted("outgoing"))).Finds<Consent>());

    [Fact]
    public void A_quote_that_ran_out_before_the_redirect_is_given_up_with_no_consent_to_keep()
    {
        var late = Requesting.After(Reply.Body(Bodies.InteractionRequired(), TooLate));
        Assert.Equal(Given.HeldGrant, Assert.IsType<Transition.Interrupted>(late).Abandoned);
        foreach (var expired in new[] { Draws(TooLate).Expires(), late.Expires() })
            Assert.Equal((null, Reason.Codes.QuoteExpired, TooLate), (expired.Kept, expired.Reason.Code, expired.At));
    }

    [Fact]
    public void A_grant_at_once_for_a_quote_that_ran_out_is_kept_for_the_next() =>
        Assert.Equal(Given.Consent, Requesting.After(Reply.Body(Bodies.Granted("outgoing"), TooLate)).Expires().Kept);

    [Fact]
    public void Until_the_quote_ran_out_consent_is_asked_for_and_without_an_end_of_it_at_any_time()
    {
        Draws(TooLate.AddTicks(-1)).Goes<RequestingConsent>();
        Requesting.After(Reply.Body(Bodies.InteractionRequired(), TooLate.AddTicks(-1))).Goes<AwaitingReturn>();
        var endless = Stages.DrawingNonce with { Request = Stages.Request with { Before = null } };
        endless.Draws(Given.Pending.Nonce, DateTimeOffset.MaxValue).Goes<RequestingConsent>();
    }

    /// <summary>It ends with this reason, and the grant is given back.</summary>
    private static void Refuses(string code, Transition transition)
    {
        Assert.Equal(code, transition.Stops().Code);
        Assert.Equal(Given.HeldGrant, Assert.IsType<Transition.Interrupted>(transition).Abandoned);
    }

    private static Transition Draws(DateTimeOffset at) => Stages.DrawingNonce.Draws(Given.Pending.Nonce, at);

    private static AccessOutgoing Access(RequestingConsent stage) =>
        Assert.IsType<AccessOutgoing>(stage.Sends<RequestGrant, GrantResponse>().Access);
}

using OpenPayments.Flow.Tests.World;
using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class ConsentTests
{
    private static readonly DateTimeOffset Until = Given.Grant.Until;

    [Fact]
    public void The_grant_is_limited_to_what_the_quote_debits_from_the_payers_own_wallet()
    {
        var ask = Assert.IsType<RequestGrant>(Given.SeekingConsent.Asks<GrantResponse>());
        var access = Assert.IsType<AccessOutgoing>(ask.Access);
        Assert.Equal(Given.Alice.Id, access.Identifier);
        Assert.Equal(Given.Quote.Debit, Assert.IsType<LimitsOutgoing.WithDebitAmount>(access.Limits).DebitAmount);
        Assert.Equal((Given.Order.FinishUri, Given.Grant.Nonce), (ask.Interact?.Finish?.Uri, ask.Interact?.Finish?.Nonce));
    }

    [Fact]
    public void The_payer_is_sent_to_the_wallet_and_the_wait_counts_from_the_grant()
    {
        Assert.Equal(Given.AwaitingConsent, Given.SeekingConsent.After(Said.Yes(Bodies.InteractionRequired(wait: 5))));
        Assert.Equal(new AwaitInteraction(Given.Grant.Redirect, Until), Given.AwaitingConsent.Asks<InteractionResult>());
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hello")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://auth.cloudnine.example/interact")]
    [InlineData("https://auth.cloudnine.example@evil.example/interact")]
    [InlineData("/interact")]
    public void A_consent_page_that_is_no_web_page_is_not_shown(string redirect)
    {
        var reason = Assert.IsType<Payment.Failed>(Given.SeekingConsent.After(Said.Yes(Bodies.InteractionRequired(redirect)))).Reason;
        Assert.Equal(Reason.Codes.UrlRefused, reason.Code);
    }

    [Fact]
    public void A_consent_page_is_shown_without_https_where_its_server_is_called_without_it()
    {
        var seeking = Given.SeekingConsent with { Sender = Given.Alice with { AuthServer = new Uri("http://cloud-nine-auth:3006/") } };
        Assert.IsType<Payment.AwaitingConsent>(seeking.After(Said.Yes(Bodies.InteractionRequired("http://cloud-nine-auth:3006/interact"))));
    }

    [Fact]
    public void A_consent_page_on_this_machine_is_shown_without_https() =>
        Assert.IsType<Payment.AwaitingConsent>(Given.SeekingConsent.After(Said.Yes(Bodies.InteractionRequired("http://localhost:3030/interact"))));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(null)]
    [InlineData(int.MaxValue)]
    public void A_wait_that_makes_no_sense_stays_within_the_consent(int? wait)
    {
        var grant = Assert.IsType<Payment.AwaitingConsent>(Given.SeekingConsent.After(Said.Yes(Bodies.InteractionRequired(wait: wait)))).Grant;
        Assert.InRange(grant.ContinueFrom, Given.Noon, grant.Until);
    }

    [Fact]
    public void A_server_that_grants_at_once_is_taken_at_its_word() => Assert.Equal(Given.Paying, Given.SeekingConsent.After(Said.Yes(Bodies.Granted("hush-outgoing-token"))));

    [Fact]
    public void An_approval_before_the_wait_is_over_waits_for_the_rest_of_it()
    {
        var continuing = Given.Continuing with { InteractRef = Reference };
        Assert.Equal(new Payment.Waiting(Given.Noon.AddSeconds(5), continuing), Given.AwaitingConsent.After(Approval()));
        Assert.Equal(continuing, Given.AwaitingConsent.After(Approval(at: Given.Noon.AddSeconds(5))));
    }

    [Fact]
    public void A_hash_that_does_not_fit_changes_nothing()
    {
        Assert.IsType<Rejection.HashMismatch>(Given.AwaitingConsent.Rejects(Approval(hash: Convert.ToBase64String(new byte[32]))));
        Assert.IsType<Rejection.HashMismatch>(Given.AwaitingConsent.Rejects(Approval(hash: "")));
        Assert.IsType<Rejection.HashMismatch>((Given.AwaitingConsent with { Grant = Given.Grant with { Finish = new Secret("hush-other") } }).Rejects(Approval()));
        Assert.IsType<Rejection.HashMismatch>((Given.AwaitingConsent with { Grant = Given.Grant with { Nonce = new Secret("hush-other") } }).Rejects(Approval()));
        Assert.IsType<Rejection.HashMismatch>((Given.AwaitingConsent with { Sender = Given.Alice with { AuthServer = new Uri("https://auth.evil.example/tenant") } }).Rejects(Approval()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\ntwo")]
    [InlineData("one two")]
    [InlineData("one\0")]
    [InlineData("référence")]
    public void A_reference_with_anything_but_printable_ascii_is_malformed_even_with_its_own_hash(string reference)
    {
        var hash = Convert.ToBase64String(InteractionHash.Of(Given.Grant.Nonce, Given.Grant.Finish, new Secret(reference), Given.Alice.AuthServer.OriginalString));
        var answer = Said.Yes<InteractionResult>(new InteractionResult.Approved(hash, new Secret(reference)));
        Assert.Equal(new Rejection.Malformed("interact_ref"), Given.AwaitingConsent.Rejects(answer));
    }

    [Fact]
    public void A_reference_of_a_megabyte_is_malformed() =>
        Assert.IsType<Rejection.Malformed>(Given.AwaitingConsent.Rejects(Said.Yes<InteractionResult>(new InteractionResult.Approved("", new Secret(new string('a', 1 << 20))))));

    [Fact]
    public void A_denial_is_noted_and_the_payer_may_still_approve()
    {
        var denied = Given.AwaitingConsent.After(Decline("grant_rejected"));
        Assert.Equal(Given.AwaitingConsent with { Declined = "grant_rejected" }, denied);
        Assert.Equal((PaymentStatus.AwaitingConsent, Reason.Codes.ConsentDeclined), (PaymentSummary.Of(denied).Status, PaymentSummary.Of(denied).Reason?.Code));
        Assert.IsType<Payment.Continuing>(denied.After(Approval(at: Given.Noon.AddMinutes(1))));
    }

    [Fact]
    public void A_denial_that_stands_until_the_time_is_up_ends_the_payment() =>
        Assert.Equal(Reason.Codes.ConsentDeclined, End(Given.AwaitingConsent.After(Decline("grant_rejected")), Said.Yes<InteractionResult>(new InteractionResult.NoReturn(), Until)));

    [Fact]
    public void A_denial_in_words_that_are_no_code_is_malformed()
    {
        foreach (var result in new[] { "", "<script>", "a b", "é", new string('a', 65) })
            Assert.Equal(new Rejection.Malformed("result"), Given.AwaitingConsent.Rejects(Decline(result)));
    }

    [Fact]
    public void Without_a_return_the_payment_ends_when_the_time_is_up()
    {
        Assert.Equal(Given.AwaitingConsent, Given.AwaitingConsent.After(Said.Yes<InteractionResult>(new InteractionResult.NoReturn(), Until.AddTicks(-1))));
        Assert.Equal(Reason.Codes.ConsentExpired, End(Given.AwaitingConsent, Said.Yes<InteractionResult>(new InteractionResult.NoReturn(), Until)));
    }

    [Fact]
    public void A_host_that_cannot_wait_does_not_keep_the_consent_open_for_ever()
    {
        Assert.Equal(Given.AwaitingConsent, Given.AwaitingConsent.After(Said.Silence<InteractionResult>(Until.AddTicks(-1))));
        Assert.Equal(Reason.Codes.ConsentExpired, End(Given.AwaitingConsent, Said.Silence<InteractionResult>(Until)));
        Assert.Equal(Reason.Codes.ConsentExpired, End(Given.AwaitingConsent, Said.No<InteractionResult>(500, at: Until)));
    }

    [Fact]
    public void A_late_approval_with_the_right_hash_is_still_one() => Assert.IsType<Payment.Continuing>(Given.AwaitingConsent.After(Approval(at: Until.AddHours(1))));

    private static Secret Reference { get; } = new($"{Secrets.Mark}-9d380d48");

    private static Answer<InteractionResult> Approval(string? hash = null, DateTimeOffset? at = null) => Said.Yes<InteractionResult>(new InteractionResult.Approved(
        hash ?? Convert.ToBase64String(InteractionHash.Of(Given.Grant.Nonce, Given.Grant.Finish, Reference, Given.Alice.AuthServer.OriginalString)), Reference), at);

    private static Answer<InteractionResult> Decline(string result) => Said.Yes<InteractionResult>(new InteractionResult.Declined(result));

    private static string End(Payment state, Answer<InteractionResult> answer)
    {
        var failed = Assert.IsType<Payment.Failed>(state.After(answer));
        Assert.Equal(Fault.Payer, failed.Reason.Fault);
        return failed.Reason.Code;
    }
}

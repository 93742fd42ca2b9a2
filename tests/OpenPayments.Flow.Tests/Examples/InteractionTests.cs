using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

/// <summary>The payer's return from the wallet (guide step 7).</summary>
public sealed class InteractionTests
{
    private static readonly DateTimeOffset Until = Given.Pending.Until;

    [Fact]
    public void An_approval_before_the_wait_is_over_waits_for_the_rest_of_it()
    {
        var continuing = Stages.Continuing with { InteractRef = Reference };
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(5), continuing), Stages.Awaiting.After(Approval()));
        Assert.Equal(new Turn.To(continuing), Stages.Awaiting.After(Approval(at: Given.Noon.AddSeconds(5))));
    }

    [Fact]
    public void A_hash_that_does_not_fit_changes_nothing()
    {
        Assert.IsType<Rejection.HashMismatch>(Stages.Awaiting.Rejects(Approval(hash: Convert.ToBase64String(new byte[32]))));
        Assert.IsType<Rejection.HashMismatch>(Stages.Awaiting.Rejects(Approval(hash: "")));
        Assert.IsType<Rejection.HashMismatch>((Stages.Awaiting with { Grant = Given.Pending with { Finish = new Secret("hush-other") } }).Rejects(Approval()));
        Assert.IsType<Rejection.HashMismatch>((Stages.Awaiting with { Grant = Given.Pending with { Nonce = new Secret("hush-other") } }).Rejects(Approval()));
        var evil = Stages.Request with { Wallet = Given.Alice with { AuthServer = new Uri("https://auth.evil.example/tenant") } };
        Assert.IsType<Rejection.HashMismatch>((Stages.Awaiting with { Request = evil }).Rejects(Approval()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one\ntwo")]
    [InlineData("one two")]
    [InlineData("one\0")]
    [InlineData("one\u007f")]
    [InlineData("référence")]
    public void A_reference_with_anything_but_printable_ascii_is_malformed_even_with_its_own_hash(string reference)
    {
        var hash = Convert.ToBase64String(InteractionHash.Of(Given.Pending.Nonce, Given.Pending.Finish, new Secret(reference), Given.Alice.AuthServer.OriginalString));
        var answer = Said.Yes<InteractionResult>(new InteractionResult.Approved(hash, new Secret(reference)));
        Assert.Equal(new Rejection.Malformed("interact_ref"), Stages.Awaiting.Rejects(answer));
    }

    [Fact]
    public void A_reference_is_at_most_512_characters_long()
    {
        Assert.IsType<Rejection.Malformed>(Stages.Awaiting.Rejects(Said.Yes<InteractionResult>(new InteractionResult.Approved("", new Secret(new string('a', 513))))));
        Assert.IsType<Rejection.HashMismatch>(Stages.Awaiting.Rejects(Said.Yes<InteractionResult>(new InteractionResult.Approved("", new Secret($"~!{new string('a', 510)}")))));
    }

    [Fact]
    public void A_denial_is_noted_and_the_payer_may_still_approve()
    {
        var denied = Stages.Awaiting.After(Decline("grant_rejected")).Goes<Consenting.Awaiting>();
        Assert.Equal(Stages.Awaiting with { Declined = "grant_rejected" }, denied);
        Assert.IsType<Consenting.Continuing>(denied.After(Approval(at: Given.Noon.AddMinutes(1))).Stage());
    }

    [Fact]
    public void A_denial_that_stands_until_the_time_is_up_ends_the_payment()
    {
        var reason = End(Stages.Awaiting.After(Decline("grant_rejected")).Stage(), Said.Yes<InteractionResult>(new InteractionResult.NoReturn(), Until));
        Assert.Equal(Reason.Codes.ConsentDeclined, reason.Code);
        Assert.Contains("grant_rejected", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_in_words_that_are_no_code_is_malformed()
    {
        foreach (var result in new[] { "", "<script>", "a b", "é", new string('a', 65) })
            Assert.Equal(new Rejection.Malformed("result"), Stages.Awaiting.Rejects(Decline(result)));
        foreach (var result in new[] { "a", "request-denied_2", new string('a', 64) })
            Assert.Equal(result, Stages.Awaiting.After(Decline(result)).Goes<Consenting.Awaiting>().Declined);
    }

    [Fact]
    public void Without_a_return_the_payment_ends_when_the_time_is_up()
    {
        Assert.Equal(new Turn.To(Stages.Awaiting), Stages.Awaiting.After(Said.Yes<InteractionResult>(new InteractionResult.NoReturn(), Until.AddTicks(-1))));
        Assert.Equal(Reason.Codes.ConsentExpired, End(Stages.Awaiting, Said.Yes<InteractionResult>(new InteractionResult.NoReturn(), Until)).Code);
    }

    [Fact]
    public void A_host_that_cannot_wait_does_not_keep_the_consent_open_for_ever()
    {
        Assert.Equal(new Turn.To(Stages.Awaiting), Stages.Awaiting.After(Said.Silence<InteractionResult>(Until.AddTicks(-1))));
        Assert.Equal(Reason.Codes.ConsentExpired, End(Stages.Awaiting, Said.Silence<InteractionResult>(Until)).Code);
        Assert.Equal(Reason.Codes.ConsentExpired, End(Stages.Awaiting, Said.No<InteractionResult>(500, at: Until)).Code);
    }

    [Fact]
    public void A_late_approval_with_the_right_hash_is_still_one() => Stages.Awaiting.After(Approval(at: Until.AddHours(1))).Goes<Consenting.Continuing>();

    private static Secret Reference { get; } = new("hush-9d380d48");

    private static Answer<InteractionResult> Approval(string? hash = null, DateTimeOffset? at = null) => Said.Yes<InteractionResult>(new InteractionResult.Approved(
        hash ?? Convert.ToBase64String(InteractionHash.Of(Given.Pending.Nonce, Given.Pending.Finish, Reference, Given.Alice.AuthServer.OriginalString)), Reference), at);

    private static Answer<InteractionResult> Decline(string result) => Said.Yes<InteractionResult>(new InteractionResult.Declined(result));

    private static Reason End(Stage stage, Answer<InteractionResult> answer)
    {
        var end = stage.After(answer).Unpaid();
        Assert.Equal((Fault.Payer, null), (end.Reason.Fault, end.At));
        return end.Reason;
    }
}

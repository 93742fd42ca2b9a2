using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>The payer's return from the wallet (guide step 7): an event from outside.</summary>
public sealed class ReturnTests
{
    private static readonly AwaitingReturn Awaiting = Stages.AwaitingReturn;

    private static readonly DateTimeOffset Until = Given.Pending.Until;

    [Fact]
    public void An_approval_before_the_wait_is_over_waits_for_the_rest_of_it()
    {
        var continuing = Stages.ContinuingGrant with { InteractRef = Reference };
        Assert.Equal(new Transition.Later(Given.Noon.AddSeconds(5), continuing), Awaiting.Takes(Approval()));
        Assert.Equal(new Transition.To(continuing), Awaiting.Takes(Approval(), Given.Noon.AddSeconds(5)));
    }

    [Fact]
    public void A_hash_that_does_not_fit_changes_nothing()
    {
        Assert.IsType<Rejection.HashMismatch>(Awaiting.Rejects(Approval(hash: Convert.ToBase64String(new byte[32]))));
        Assert.IsType<Rejection.HashMismatch>(Awaiting.Rejects(Approval(hash: "")));
        var other = new Secret("hush-other");
        Assert.IsType<Rejection.HashMismatch>((Awaiting with { Grant = Given.Pending with { Finish = other } }).Rejects(Approval()));
        Assert.IsType<Rejection.HashMismatch>((Awaiting with { Grant = Given.Pending with { Nonce = other } }).Rejects(Approval()));
        var evil = Stages.Request with { Wallet = Given.Alice with { AuthServer = new Uri("https://auth.evil.example/tenant") } };
        Assert.IsType<Rejection.HashMismatch>((Awaiting with { Request = evil }).Rejects(Approval()));
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
        var hash = InteractionHash.Of(
            Given.Pending.Nonce, Given.Pending.Finish, new Secret(reference), Given.Alice.AuthServer.OriginalString);
        Malformed("interact_ref", new InteractionResult.Approved(Convert.ToBase64String(hash), new Secret(reference)));
    }

    [Fact]
    public void A_reference_is_at_most_512_characters_long()
    {
        Malformed("interact_ref", new InteractionResult.Approved("", new Secret(new string('a', 513))));
        var longest = new InteractionResult.Approved("", new Secret($"~!{new string('a', 510)}"));
        Assert.IsType<Rejection.HashMismatch>(Awaiting.Rejects(new Event.Returned(longest)));
    }

    [Fact]
    public void A_denial_is_noted_and_the_payer_may_still_approve()
    {
        var denied = Awaiting.Takes(Decline("grant_rejected")).Goes<AwaitingReturn>();
        Assert.Equal(Awaiting with { Declined = "grant_rejected" }, denied);
        Assert.IsType<ContinuingGrant>(denied.Takes(Approval(), Given.Noon.AddMinutes(1)).Stage());
    }

    [Fact]
    public void A_denial_that_stands_until_the_time_is_up_ends_the_payment()
    {
        var reason = GivesUp(Awaiting.Takes(Decline("grant_rejected")).Stage());
        Assert.Equal(Reason.Codes.ConsentDeclined, reason.Code);
        Assert.Contains("grant_rejected", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_in_words_that_are_no_code_is_malformed()
    {
        foreach (var result in new[] { "", "<script>", "a b", "é", new string('a', 65) }) Malformed(
            "result", new InteractionResult.Declined(result));
        foreach (var result in new[] { "a", "request-denied_2", new string('a', 64) })
            Assert.Equal(result, Awaiting.Takes(Decline(result)).Goes<AwaitingReturn>().Declined);
    }

    [Fact]
    public void Without_a_return_the_payment_ends_when_the_time_is_up()
    {
        Assert.Equal(new Transition.To(Awaiting), Awaiting.TimesOut(Until.AddTicks(-1)));
        Assert.Equal(Reason.Codes.ConsentExpired, GivesUp(Awaiting).Code);
    }

    [Fact]
    public void A_late_approval_with_the_right_hash_is_still_one() => Awaiting.Takes(Approval(), Until.AddHours(1)).Goes<ContinuingGrant>();

    [Fact]
    public void An_event_that_nobody_waits_for_is_turned_away_in_words_that_say_so()
    {
        foreach (var stage in Stages.All.Where(stage => stage is not AwaitingReturn))
            Assert.Contains("does not wait for the payer now", Assert.IsType<Rejection.NotAwaited>(stage.Rejects(Approval())).Why,
                StringComparison.Ordinal);
        foreach (var stage in Stages.All.Where(stage => stage is not AwaitingOrder))
            foreach (var happened in new Event[] { new Event.Ordered(Given.Ordered), new Event.Closed() })
                Assert.Contains("does not wait for a next payment now", Assert.IsType<Rejection.NotAwaited>(stage.Rejects(happened)).Why,
                    StringComparison.Ordinal);
    }

    private static Secret Reference { get; } = new("hush-9d380d48");

    private static Event.Returned Approval(string? hash = null) => new(new InteractionResult.Approved(hash ?? Convert.ToBase64String(
        InteractionHash.Of(Given.Pending.Nonce, Given.Pending.Finish, Reference, Given.Alice.AuthServer.OriginalString)), Reference));

    private static Event.Returned Decline(string result) => new(new InteractionResult.Declined(result));

    private static void Malformed(string what, InteractionResult result)
    {
        var rejection = Assert.IsType<Rejection.Malformed>(Awaiting.Rejects(new Event.Returned(result)));
        Assert.Equal(what, rejection.What);
        Assert.EndsWith(".", rejection.Why, StringComparison.Ordinal);
    }

    private static Reason GivesUp(Stage stage)
    {
        var end = stage.TimesOut(Until).EndsUnpaid();
        Assert.Equal((Fault.Payer, null), (end.Reason.Fault, end.At));
        return end.Reason;
    }
}

using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>Following a payment until it has arrived (guide step 10).</summary>
public sealed class SettlementTests
{
    private static readonly FollowingOutgoingPayment Following = Stages.FollowingOutgoingPayment;

    private static readonly ConfirmingArrival Confirming = Stages.ConfirmingArrival;

    [Fact]
    public void While_nothing_has_left_it_is_read_again_and_the_fourth_time_the_receiver_is_asked_all_the_same()
    {
        Assert.Equal(new Transition.Later(Given.Noon.AddSeconds(1), Following with { Tries = 1, Sight = new Sight(Given.Euros(0)) }),
            Following.After(Sent(0)));
        (Following with { Tries = 2 }).After(Sent(0)).Waits();
        (Following with { Tries = 3 }).After(Sent(0)).Goes<ConfirmingArrival>();
    }

    [Theory]
    [InlineData(6, 64)]
    [InlineData(8, 256)]
    [InlineData(9, 300)]
    [InlineData(200, 300)]
    public void The_pauses_double_up_to_five_minutes(int tries, int seconds) =>
        Assert.Equal(Given.Noon.AddSeconds(seconds), (Confirming with { Tries = tries }).After(Received(0)).Waits().Until);

    [Fact]
    public void Once_money_has_left_the_receiver_is_asked() =>
        Assert.Equal(Confirming, Following.After(Sent(11_000)).Goes<ConfirmingArrival>());

    [Fact]
    public void When_it_has_arrived_the_payment_is_paid_and_more_than_was_asked_for_is_an_arrival_too()
    {
        Assert.Equal(Given.Paid, Confirming.After(Received(1000, completed: true)).Finds<Outcome.Paid>());
        Assert.Equal(Given.Dollars(1001), Confirming.After(Received(1001)).Finds<Outcome.Paid>().Receipt.Received);
    }

    [Fact]
    public void An_open_incoming_payment_is_paid_when_what_was_quoted_has_arrived()
    {
        var open = Confirming with { Incoming = Given.Incoming with { Amount = null } };
        open.After(Shows(Bodies.Incoming(null, Given.Dollars(1000)))).Finds<Outcome.Paid>();
        open.After(Shows(Bodies.Incoming(null, Given.Dollars(999)))).Waits();
        var nothing = open with { Outgoing = Given.Outgoing with { Intent = Given.WithoutQuote, Receive = Given.Dollars(0) } };
        nothing.After(Shows(Bodies.Incoming(null, Given.Dollars(0)))).Waits();
    }

    [Fact]
    public void A_receiver_that_closed_with_nothing_received_is_read_again_and_with_a_part_the_payment_is_paid_in_part()
    {
        Confirming.After(Received(0, completed: true)).Waits();
        var part = Confirming.After(Received(999, completed: true)).Finds<Outcome.PaidInPart>();
        Assert.Equal((Reason.Codes.ReceiverClosed, Given.Dollars(999), Given.Euros(11_000)),
            (part.Reason.Code, part.Receipt.Received, part.Receipt.Sent));
    }

    [Fact]
    public void As_much_of_another_asset_is_no_arrival()
    {
        Confirming.After(Shows(Bodies.Incoming(Given.Dollars(1000), Given.Euros(1000)))).Waits();
        Confirming.After(Shows(Bodies.Public(Given.Dollars(1000) with { AssetScale = 3 }))).Waits();
        Confirming.After(Shows(new IncomingPaymentView.Unknown(Bodies.Strange))).Waits();
    }

    [Fact]
    public void A_part_that_arrived_is_remembered_and_told_when_nothing_more_comes()
    {
        var waits = Confirming.After(Received(999)).Waits();
        Assert.Equal(new Transition.Later(
            Given.Noon.AddSeconds(1), Following with { Tries = 1, Sight = new Sight(Given.Euros(11_000), Given.Dollars(999)) }), waits);
        var silent = waits.Stage.After(Reply.Lost<OutgoingPayment>(Given.Noon.AddHours(24)))
            .After(Reply.Lost<IncomingPaymentView>(Given.Noon.AddHours(24)));
        var receipt = silent.Finds<Outcome.Unknown>().Receipt;
        Assert.Equal((Given.Euros(11_000), Given.Dollars(999)), (receipt.Sent, receipt.Received));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_dead_token_at_the_receivers_leaves_what_anyone_may_see(int status)
    {
        var publicly = Confirming.After(Reply.Refused<IncomingPaymentView>(status)).Stage();
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Token: null), publicly.Sends<IncomingPaymentView>());
        publicly.After(Shows(Bodies.Public(Given.Dollars(1000)))).Finds<Outcome.Paid>();
        publicly.After(Shows(Bodies.Public(null))).Waits();
        publicly.After(Reply.Refused<IncomingPaymentView>(status)).Waits();
    }

    [Theory]
    [InlineData(404, null)]
    [InlineData(0, Refusal.Codes.UrlRefused)]
    [InlineData(200, Refusal.Codes.Unreadable)]
    [InlineData(500, null)]
    public void Where_the_senders_side_does_not_tell_the_receivers_side_does(int status, string? code)
    {
        var confirming = Following.After(Reply.Refused<OutgoingPayment>(status, code)).Stage();
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Given.Incoming.Token.Value), confirming.Sends<IncomingPaymentView>());
        Assert.Null(Following.After(Reply.Lost<OutgoingPayment>()).After(Received(1000)).Finds<Outcome.Paid>().Receipt.Sent);
    }

    [Fact]
    public void A_dead_token_at_the_senders_is_renewed_once()
    {
        Assert.Equal(Following with { Renewed = true }, Following.After(Reply.DeadToken<OutgoingPayment>()).Renews());
        (Following with { Renewed = true }).After(Reply.DeadToken<OutgoingPayment>()).Goes<ConfirmingArrival>();
    }

    [Fact]
    public void A_payment_that_failed_is_unpaid_only_when_the_receiver_says_so_too()
    {
        var failed = Following.After(Reply.Body(Bodies.Outgoing(0, failed: true)));
        failed.After(Received(1000)).Finds<Outcome.Paid>();
        failed.After(Reply.Lost<IncomingPaymentView>()).Waits();
        Assert.IsType<ConfirmingArrival>(failed.After(Shows(Bodies.Public(null))).Waits().Stage);
        var unpaid = failed.After(Received(0)).Finds<Outcome.Unpaid>();
        Assert.Equal((Reason.Codes.PaymentFailed, Fault.Payer, Given.Noon), (unpaid.Reason.Code, unpaid.Reason.Fault, unpaid.At));
        Assert.StartsWith("Nothing was paid.", unpaid.Reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_that_failed_half_way_says_how_much_was_sent_and_how_much_arrived()
    {
        var part = Following.After(Reply.Body(Bodies.Outgoing(500, failed: true))).After(Received(44)).Finds<Outcome.PaidInPart>();
        Assert.Equal((Given.Euros(500), Given.Dollars(44)), (part.Receipt.Sent, part.Receipt.Received));
        Assert.StartsWith("A part was sent", part.Reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_not_arrived_after_a_day_is_left_to_a_person_with_both_urls()
    {
        Following.After(Reply.Body(Bodies.Outgoing(0), Given.Noon.AddHours(24).AddTicks(-1))).Waits();
        var unknown = Following.After(Reply.Body(Bodies.Outgoing(0), Given.Noon.AddHours(24))).Finds<Outcome.Unknown>();
        Assert.Equal(Reason.Codes.SettlementUnknown, unknown.Reason.Code);
        Assert.Contains(Given.Outgoing.Id!.AbsoluteUri, unknown.Reason.Advice, StringComparison.Ordinal);
        Assert.Contains(Given.Incoming.Id.AbsoluteUri, unknown.Reason.Advice, StringComparison.Ordinal);
    }

    private static Answer<OutgoingPayment> Sent(ulong euros) => Reply.Body(Bodies.Outgoing(euros));

    private static Answer<IncomingPaymentView> Received(ulong dollars, bool completed = false) =>
        Shows(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(dollars), completed));

    private static Answer<IncomingPaymentView> Shows(IncomingPaymentView view) => Reply.Body(view);
}

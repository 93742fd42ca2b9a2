using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class SettlementTests
{
    [Fact]
    public void While_nothing_has_been_sent_it_is_looked_at_again_later() =>
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(1), Stages.Following with { Tries = 1 }), Stages.Following.After(Said.Yes(Bodies.Outgoing(0))));

    [Fact]
    public void The_pauses_double_up_to_five_minutes()
    {
        Assert.Equal(Given.Noon.AddSeconds(64), (Stages.Following with { Tries = 6 }).After(Said.Yes(Bodies.Outgoing(0))).Waits().Until);
        Assert.Equal(Given.Noon.AddSeconds(256), (Stages.Following with { Tries = 8 }).After(Said.Yes(Bodies.Outgoing(0))).Waits().Until);
        Assert.Equal(Given.Noon.AddMinutes(5), (Stages.Following with { Tries = 200 }).After(Said.Yes(Bodies.Outgoing(0))).Waits().Until);
    }

    [Fact]
    public void Once_money_has_left_the_receiver_is_asked() => Assert.Equal(Stages.Confirming, Stages.Following.After(Said.Yes(Bodies.Outgoing(11_000))).Goes<Settling.Confirming>());

    [Fact]
    public void When_it_has_arrived_the_payment_is_paid() =>
        Assert.Equal(Given.Paid, Stages.Confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000), completed: true))).Learns<Outcome.Paid>());

    [Fact]
    public void More_than_was_asked_for_is_an_arrival_too() =>
        Assert.Equal(Given.Dollars(1001), Stages.Confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1001)))).Learns<Outcome.Paid>().Receipt.Received);

    [Fact]
    public void An_open_incoming_payment_is_paid_when_what_was_quoted_has_arrived()
    {
        var open = Stages.Confirming with { Incoming = Given.Incoming with { Amount = null } };
        open.After(Received(Bodies.Incoming(null, Given.Dollars(1000)))).Learns<Outcome.Paid>();
        open.After(Received(Bodies.Incoming(null, Given.Dollars(999)))).Waits();
    }

    [Fact]
    public void Nothing_is_no_arrival_whatever_a_server_says_is_to_arrive()
    {
        var nothing = Stages.Confirming with { Incoming = Given.Incoming with { Amount = null }, Made = Given.Made with { Receive = Given.Dollars(0) } };
        nothing.After(Received(Bodies.Incoming(null, Given.Dollars(0)))).Waits();
    }

    [Fact]
    public void A_receiver_that_closed_with_nothing_received_is_waited_upon() =>
        Stages.Confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0), completed: true))).Waits();

    [Fact]
    public void A_receiver_that_closed_before_all_of_it_came_was_paid_in_part()
    {
        var part = Stages.Confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(999), completed: true))).Learns<Outcome.PaidInPart>();
        Assert.Equal((Reason.Codes.ReceiverClosed, Given.Dollars(999), Given.Euros(11_000)), (part.Reason.Code, part.Receipt.Received, part.Receipt.Sent));
    }

    [Fact]
    public void As_much_of_another_asset_is_no_arrival()
    {
        Stages.Confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Euros(1000)))).Waits();
        Stages.Confirming.After(Received(Bodies.Public(Given.Dollars(1000) with { AssetScale = 3 }))).Waits();
    }

    [Fact]
    public void A_part_that_arrived_is_waited_upon() => Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(1), Stages.Following with { Sent = Given.Euros(11_000), Tries = 1 }),
        Stages.Confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(400)))));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_dead_token_at_the_receiver_leaves_what_anyone_may_see(int status)
    {
        var publicly = Stages.Confirming.After(Said.No<IncomingPaymentView>(status)).Stage();
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Token: null), publicly.Asks<IncomingPaymentView>());
        publicly.After(Received(Bodies.Public(Given.Dollars(1000)))).Learns<Outcome.Paid>();
        publicly.After(Received(Bodies.Public(null))).Waits();
        publicly.After(Said.No<IncomingPaymentView>(status)).Waits();
    }

    [Fact]
    public void A_view_of_a_kind_that_nobody_knows_shows_no_arrival() => Stages.Confirming.After(Received(new IncomingPaymentView.Unknown(Bodies.Strange))).Waits();

    [Theory]
    [InlineData(404, null)]
    [InlineData(0, Refusal.Codes.UrlRefused)]
    [InlineData(200, Refusal.Codes.Unreadable)]
    [InlineData(500, null)]
    public void Where_the_senders_side_does_not_tell_the_receivers_side_does(int status, string? code)
    {
        var confirming = Stages.Following.After(Said.No<OutgoingPayment>(status, code)).Stage();
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Given.Incoming.Token.Value), confirming.Asks<IncomingPaymentView>());
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_dead_token_at_the_senders_is_renewed_once(int status)
    {
        Assert.Equal(new Turn.Rotate(Given.Made.Token, Stages.Following with { Renewed = true }), Stages.Following.After(Said.No<OutgoingPayment>(status)));
        (Stages.Following with { Renewed = true }).After(Said.No<OutgoingPayment>(status)).Goes<Settling.Confirming>();
    }

    [Fact]
    public void The_receiver_has_been_paid_though_the_senders_server_is_silent() =>
        Assert.Null(Stages.Following.After(Said.Silence<OutgoingPayment>()).After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000)))).Learns<Outcome.Paid>().Receipt.Sent);

    [Fact]
    public void A_payment_that_failed_before_anything_was_sent_says_so()
    {
        var unpaid = Stages.Following.After(Said.Yes(Bodies.Outgoing(0, failed: true))).Learns<Outcome.Unpaid>();
        Assert.Equal((Reason.Codes.PaymentFailed, Fault.Payer, Given.Noon), (unpaid.Reason.Code, unpaid.Reason.Fault, unpaid.At));
        Assert.StartsWith("Nothing was paid.", unpaid.Reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_that_failed_half_way_says_how_much_was_sent_and_how_much_arrived()
    {
        var confirming = Stages.Following.After(Said.Yes(Bodies.Outgoing(500, failed: true)));
        var part = confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(44)))).Learns<Outcome.PaidInPart>();
        Assert.Equal((Given.Euros(500), Given.Dollars(44)), (part.Receipt.Sent, part.Receipt.Received));
        Assert.StartsWith("A part was sent", part.Reason.Advice, StringComparison.Ordinal);
        confirming.After(Received(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000)))).Learns<Outcome.Paid>();
    }

    [Fact]
    public void How_much_of_a_failed_payment_arrived_is_asked_five_times()
    {
        var stage = Stages.Confirming with { GaveUp = Given.Reason };
        Assert.Equal(new Turn.Later(Given.Noon.AddSeconds(1), stage with { Tries = 1 }), stage.After(Said.Silence<IncomingPaymentView>()));
        (stage with { Tries = 3 }).After(Said.No<IncomingPaymentView>(500)).Waits();
        Assert.Null((stage with { Tries = 4 }).After(Said.No<IncomingPaymentView>(500)).Learns<Outcome.PaidInPart>().Receipt.Received);
    }

    [Fact]
    public void An_incoming_payment_that_vanished_is_no_arrival() => (Stages.Confirming with { Publicly = true }).After(Said.No<IncomingPaymentView>(401)).Waits();

    [Fact]
    public void What_has_not_arrived_after_a_day_is_left_to_a_person_with_both_urls()
    {
        Stages.Following.After(Said.Yes(Bodies.Outgoing(0), Given.Noon.AddHours(24).AddTicks(-1))).Waits();
        var unknown = Stages.Following.After(Said.Yes(Bodies.Outgoing(0), Given.Noon.AddHours(24))).Learns<Outcome.Unknown>();
        Assert.Equal(Reason.Codes.SettlementUnknown, unknown.Reason.Code);
        Assert.Contains(Given.Made.Id.AbsoluteUri, unknown.Reason.Advice, StringComparison.Ordinal);
        Assert.Contains(Given.Incoming.Id.AbsoluteUri, unknown.Reason.Advice, StringComparison.Ordinal);
        Assert.Equal(Given.Euros(11_000), Stages.Confirming.After(Said.Silence<IncomingPaymentView>(Given.Noon.AddHours(24))).Learns<Outcome.Unknown>().Receipt.Sent);
    }

    private static Answer<IncomingPaymentView> Received(IncomingPaymentView view) => Said.Yes(view);
}

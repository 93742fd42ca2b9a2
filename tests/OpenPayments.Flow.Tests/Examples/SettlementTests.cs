using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Examples;

public sealed class SettlementTests
{
    [Fact]
    public void While_nothing_has_been_sent_it_is_looked_at_again_later()
    {
        var waiting = Assert.IsType<Payment.Waiting>(Given.Following.After(Said.Yes(Bodies.Outgoing(0))));
        Assert.Equal(new Payment.Waiting(Given.Noon.AddSeconds(1), Given.Following with { Tries = 1 }), waiting);
    }

    [Fact]
    public void The_pauses_double_up_to_five_minutes()
    {
        Assert.Equal(Given.Noon.AddSeconds(64), Assert.IsType<Payment.Waiting>((Given.Following with { Tries = 6 }).After(Said.Yes(Bodies.Outgoing(0)))).Until);
        Assert.Equal(Given.Noon.AddMinutes(5), Assert.IsType<Payment.Waiting>((Given.Following with { Tries = 200 }).After(Said.Yes(Bodies.Outgoing(0)))).Until);
    }

    [Fact]
    public void Once_money_has_left_the_receiver_is_asked() => Assert.Equal(Given.Confirming, Given.Following.After(Said.Yes(Bodies.Outgoing(11_000))));

    [Fact]
    public void When_it_has_arrived_the_payment_is_completed()
    {
        var arrived = Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000), completed: true);
        Assert.Equal(Given.Completed, Given.Confirming.After(Said.Yes<IncomingPaymentView>(arrived)));
    }

    [Fact]
    public void More_than_was_asked_for_is_an_arrival_too()
    {
        var completed = Assert.IsType<Payment.Completed>(Given.Confirming.After(Said.Yes<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1001)))));
        Assert.Equal(Given.Dollars(1001), completed.Receipt.Received);
    }

    [Fact]
    public void An_incoming_payment_that_was_closed_before_the_money_came_is_no_arrival() =>
        Assert.IsType<Payment.Waiting>(Given.Confirming.After(Said.Yes<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(999), completed: true))));

    [Fact]
    public void As_much_of_another_asset_is_no_arrival()
    {
        Assert.IsType<Payment.Waiting>(Given.Confirming.After(Said.Yes<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Euros(1000)))));
        Assert.IsType<Payment.Waiting>(Given.Confirming.After(Said.Yes<IncomingPaymentView>(Bodies.Public(Given.Dollars(1000) with { AssetScale = 3 }))));
    }

    [Fact]
    public void A_part_that_arrived_is_waited_upon() =>
        Assert.Equal(new Payment.Waiting(Given.Noon.AddSeconds(1), Given.Following with { Outgoing = Given.Confirming.Outgoing, Tries = 1 }),
            Given.Confirming.After(Said.Yes<IncomingPaymentView>(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(400)))));

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public void A_dead_token_at_the_receiver_leaves_what_anyone_may_see(int status)
    {
        var publicly = Given.Confirming.After(Said.No<IncomingPaymentView>(status));
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Token: null), publicly.Asks<IncomingPaymentView>());
        Assert.IsType<Payment.Completed>(publicly.After(Said.Yes<IncomingPaymentView>(Bodies.Public(Given.Dollars(1000)))));
        Assert.IsType<Payment.Waiting>(publicly.After(Said.Yes<IncomingPaymentView>(Bodies.Public(null))));
        Assert.IsType<Payment.Waiting>(publicly.After(Said.No<IncomingPaymentView>(status)));
    }

    [Theory]
    [InlineData(401, null)]
    [InlineData(403, null)]
    [InlineData(404, null)]
    [InlineData(0, Refusal.Codes.UrlRefused)]
    [InlineData(200, Refusal.Codes.Unreadable)]
    [InlineData(500, null)]
    public void Where_the_senders_side_does_not_tell_the_receivers_side_does(int status, string? code)
    {
        var confirming = Given.Following.After(Said.No<OutgoingPayment>(status, code));
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Given.Incoming.Token), confirming.Asks<IncomingPaymentView>());
    }

    [Fact]
    public void The_receiver_has_been_paid_though_the_senders_server_is_silent()
    {
        var arrived = Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000));
        var completed = Assert.IsType<Payment.Completed>(Given.Following.After(Said.Silence<OutgoingPayment>()).After(Said.Yes<IncomingPaymentView>(arrived)));
        Assert.Null(completed.Receipt.Sent);
    }

    [Fact]
    public void A_payment_that_failed_before_anything_was_sent_says_so()
    {
        var failed = Assert.IsType<Payment.Failed>(Given.Following.After(Said.Yes(Bodies.Outgoing(0, failed: true))));
        Assert.Equal((Reason.Codes.PaymentFailed, Given.Euros(0)), (failed.Reason.Code, failed.Receipt?.Sent));
        Assert.StartsWith("Nothing was paid.", failed.Reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_payment_that_failed_half_way_says_how_much_was_sent()
    {
        var failed = Assert.IsType<Payment.Failed>(Given.Following.After(Said.Yes(Bodies.Outgoing(500, failed: true))));
        Assert.Equal(Given.Euros(500), failed.Receipt?.Sent);
        Assert.StartsWith("A part was sent", failed.Reason.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incoming_payment_that_vanished_is_no_arrival() =>
        Assert.IsType<Payment.Waiting>((Given.Confirming with { Token = null }).After(Said.No<IncomingPaymentView>(404)));

    [Fact]
    public void What_has_not_arrived_after_a_day_is_left_to_a_person_with_both_urls()
    {
        var uncertain = Assert.IsType<Payment.Uncertain>(Given.Following.After(Said.Yes(Bodies.Outgoing(0), Given.Noon.AddHours(24))));
        Assert.Equal(Reason.Codes.SettlementUnknown, uncertain.Reason.Code);
        Assert.Contains(Given.Outgoing.Id.AbsoluteUri, uncertain.Reason.Advice, StringComparison.Ordinal);
        Assert.Contains(Given.Incoming.Id.AbsoluteUri, uncertain.Reason.Advice, StringComparison.Ordinal);
        Assert.IsType<Payment.Uncertain>(Given.Confirming.After(Said.Silence<IncomingPaymentView>(Given.Noon.AddHours(24))));
    }
}

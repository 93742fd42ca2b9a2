using OpenPayments.Generated;
using Xunit;

namespace OpenPayments.Flow.Tests.Steps;

/// <summary>The other witness of a payment in doubt: what the receiver's incoming payment shows.</summary>
public sealed class AskingReceiverTests
{
    private static readonly AskingReceiver Asking = Stages.AskingReceiver;

    private static readonly DateTimeOffset Certain = Given.Incoming.ExpiresAt!.Value.AddSeconds(30);

    /// <summary>In doubt since shortly before the incoming payment ends.</summary>
    private static readonly AskingReceiver Late = Asking with { Doubt = Asking.Doubt with { Since = Certain.AddHours(-1) } };

    [Fact]
    public void It_is_asked_with_the_token_and_then_publicly()
    {
        Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, Given.Incoming.Token.Value), Asking.Sends<IncomingPaymentView>());
        foreach (var status in new[] { 401, 403 })
        {
            var publicly = Asking.After(Reply.Refused<IncomingPaymentView>(status)).Goes<AskingReceiver>();
            Assert.Equal(new GetIncomingPayment(Given.Incoming.Id, null), publicly.Sends<IncomingPaymentView>());
            Assert.Equal(
                Given.Outgoing with { Id = null, Arrived = Given.Dollars(1000) },
                publicly.After(Shows(Bodies.Public(Given.Dollars(1000)))).Finds<Outgoing>());
        }
    }

    [Fact]
    public void Whatever_arrived_there_is_this_payments_own_and_is_followed_at_the_receivers()
    {
        var found = Asking.After(Shows(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1)))).Finds<Outgoing>();
        Assert.Equal(Given.Outgoing with { Id = null, Arrived = Given.Dollars(1) }, found);
        var expected = new ConfirmingArrival(found, Given.Incoming, new Sight(Received: Given.Dollars(1)));
        Assert.Equal(expected, SettlementStage.First(found, Given.Incoming));
    }

    [Fact]
    public void Nothing_arrived_means_asking_both_again_with_pauses_up_to_five_minutes()
    {
        var waits = Asking.After(Shows(Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0)))).Waits();
        var searching = new SearchingOutgoingPayment(Given.Intent, Given.Consent, Asking.Doubt with { Listed = false }) { Tries = 1 };
        Assert.Equal(new Transition.Later(Given.Noon.AddSeconds(1), searching), waits);
        Assert.Equal(Given.Noon.AddMinutes(5), (Asking with { Tries = 20 }).After(Reply.Lost<IncomingPaymentView>()).Waits().Until);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    [InlineData(0)]
    public void A_receiver_that_does_not_say_is_asked_again(int status) =>
        Late.After(Reply.Refused<IncomingPaymentView>(status, at: Certain)).Waits();

    [Fact]
    public void It_was_never_made_only_when_nothing_can_arrive_any_more_and_the_list_does_not_show_it_either()
    {
        var nothing = Bodies.Incoming(Given.Dollars(1000), Given.Dollars(0));
        Late.After(Shows(nothing, Certain.AddTicks(-1))).Waits();
        var end = Late.After(Shows(nothing, Certain)).EndsUnpaid();
        Assert.Equal((Reason.Codes.PaymentNotMade, "outgoing-payment", Certain), (end.Reason.Code, end.Reason.Step, end.At));
        (Late with { Doubt = Late.Doubt with { Listed = false } }).After(Shows(nothing, Certain)).Waits();
        var endless = Late with { Intent = Given.Intent with { Incoming = Given.Incoming with { ExpiresAt = null } } };
        endless.After(Shows(nothing, Certain)).Waits();
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public void An_incoming_payment_that_is_gone_after_its_end_received_nothing(int status)
    {
        var publicly = Late with { Publicly = true };
        publicly.After(Reply.Refused<IncomingPaymentView>(status, at: Certain.AddTicks(-1))).Waits();
        Assert.Equal(Reason.Codes.PaymentNotMade, publicly.After(Reply.Refused<IncomingPaymentView>(status, at: Certain)).Stops().Code);
    }

    [Fact]
    public void The_first_moment_at_which_it_can_be_certain_is_not_slept_through()
    {
        var shortly = Certain.AddSeconds(-90);
        Assert.Equal(Certain, (Late with { Tries = 20 }).After(Reply.Lost<IncomingPaymentView>(shortly)).Waits().Until);
        Assert.Equal(Certain.AddMinutes(5), (Late with { Tries = 20 }).After(Reply.Lost<IncomingPaymentView>(Certain)).Waits().Until);
    }

    [Fact]
    public void After_a_day_it_is_unknown_and_says_where_to_look()
    {
        Asking.After(Reply.Lost<IncomingPaymentView>(Given.Noon.AddHours(24).AddTicks(-1))).Waits();
        var unknown = Asking.After(Reply.Lost<IncomingPaymentView>(Given.Noon.AddHours(24))).EndsUnknown();
        Assert.Equal((Reason.Codes.PaymentUnknown, Fault.Network), (unknown.Reason.Code, unknown.Reason.Fault));
        Assert.Contains(Given.Incoming.Id.AbsoluteUri, unknown.Reason.Advice, StringComparison.Ordinal);
        Assert.Equal(new Receipt(Given.Quote.Debit, Given.Quote.Receive, null, null, Given.Incoming.Id, null), unknown.Receipt);
    }

    [Fact]
    public void What_shows_another_payment_or_asset_shows_nothing()
    {
        var all = Bodies.Incoming(Given.Dollars(1000), Given.Dollars(1000));
        foreach (var other in new IncomingPaymentView[]
        {
            all with { Id = Bodies.Foreign().Receiver }, all with { WalletAddress = Given.Carol.Id },
                all with { IncomingAmount = Given.Dollars(1) },
            all with { ReceivedAmount = Given.Euros(1000) }, Bodies.Public(Given.Euros(1)), Bodies.Public(null),
                new IncomingPaymentView.Unknown(Bodies.Strange),
        })
            Late.After(Shows(other, Certain)).Waits();
    }

    private static Answer<IncomingPaymentView> Shows(IncomingPaymentView view, DateTimeOffset? at = null) => Reply.Body(view, at);
}
